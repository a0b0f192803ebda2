#include "cli/session.hpp"

#include "models/catalogue/catalogue.hpp"
#include "report/render/text_width.hpp"

namespace reentry::cli {
namespace {

const char* ansi(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\x1b[1;31m";
        case Severity::warning:
            return "\x1b[1;33m";
        case Severity::note:
            break;
    }
    return "\x1b[1;36m";
}

// The line with its place in bold and its severity in colour.
std::string painted(const std::string& line, Severity severity) {
    const std::string word = std::string(severity_name(severity)) + ":";
    const auto at = line.find(word);
    if (at == std::string::npos) return line;
    return "\x1b[1m" + line.substr(0, at) + ansi(severity) + word + "\x1b[0m" +
           line.substr(at + word.size());
}

}  // namespace

std::filesystem::path Session::data() const {
    if (!options_.data.empty()) return options_.data;
    if (const auto named = outside.environment("REENTRY_DATA"); named && !named->empty())
        return *named;
    return outside.data;
}

std::optional<Catalogue> Session::catalogue() {
    Diagnostics faults;
    auto catalogue = Catalogue::read(data(), faults);
    complain(faults);
    if (faults.has_errors()) return std::nullopt;
    return catalogue;
}

report::TerminalOptions Session::layout() const {
    return {outside.width, coloured(outside.out_is_terminal)};
}

bool Session::coloured(bool is_terminal) const {
    if (options_.colour != Colour::automatic) return options_.colour == Colour::always;
    const auto refused = outside.environment("NO_COLOR");
    return is_terminal && !(refused && !refused->empty());
}

void Session::complain(const Diagnostics& diagnostics) {
    for (const auto& diagnostic : diagnostics.all()) complain(diagnostic);
}

void Session::complain(const Diagnostic& given) {
    auto diagnostic = given;
    if (diagnostic.file.empty()) diagnostic.file = "reentry";
    const auto line = report::printable(to_string(diagnostic));
    const bool colour = coloured(outside.err_is_terminal);
    outside.err << (colour ? painted(line, diagnostic.severity) : line) << '\n';
}

void Session::error(const std::string& text) { complain(Diagnostic{.hint = text}); }

void Session::note(const std::string& text) { outside.err << report::printable(text) << '\n'; }

}  // namespace reentry::cli
