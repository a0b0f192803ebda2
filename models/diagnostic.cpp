#include "models/diagnostic.hpp"

#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace reentry {
namespace {

std::string position(const Diagnostic& d) {
    std::string text = d.file;
    if (d.line > 0) text += fmt::format("{}{}", text.empty() ? "line " : ":", d.line);
    if (d.line > 0 && d.column > 0) text += fmt::format(":{}", d.column);
    return text.empty() ? text : text + ": ";
}

std::string finding(const Diagnostic& d) {
    std::string text;
    if (!d.found.empty()) text += "found " + d.found;
    if (!d.expected.empty()) text += (text.empty() ? "expected " : ", expected ") + d.expected;
    // What is the only thing that would be right need not be guessed at.
    const bool said =
        d.expected.starts_with('"') && d.hint == fmt::format("did you mean {}?", d.expected);
    if (!d.hint.empty() && !said) text += (text.empty() ? "" : "; ") + d.hint;
    return text;
}

}  // namespace

std::string_view severity_name(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            break;
    }
    return "note";
}

std::string to_string(const Diagnostic& d) {
    std::string text = fmt::format("{}{}: ", position(d), severity_name(d.severity));
    const std::string what = finding(d);
    text += d.key;
    if (!d.key.empty() && !what.empty()) text += ": ";
    return text + what;
}

std::string did_you_mean(std::string_view name) {
    return name.empty() ? std::string{} : fmt::format("did you mean {}?", quoted(name));
}

void Diagnostics::add(Diagnostic diagnostic) { all_.push_back(std::move(diagnostic)); }

void Diagnostics::append(const Diagnostics& others) {
    const auto added = others.all_;  // a copy, so that a list may be appended to itself
    all_.insert(all_.end(), added.begin(), added.end());
}

std::size_t Diagnostics::error_count() const {
    return static_cast<std::size_t>(std::count_if(
        all_.begin(), all_.end(), [](const auto& d) { return d.severity == Severity::error; }));
}

std::string to_string(const Diagnostics& diagnostics) {
    std::string text;
    for (const auto& diagnostic : diagnostics.all()) text += to_string(diagnostic) + '\n';
    return text;
}

}  // namespace reentry
