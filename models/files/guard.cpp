#include "models/files/guard.hpp"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace reentry::files {
namespace {

class Scan {
 public:
    Scan(const TextLimits& limits, std::string_view text) : limits_(limits), text_(text) {}

    std::optional<Diagnostic> run() {
        while (at_ < text_.size() && !fault_) {
            const char c = text_[at_];
            if (c == '"' || c == '\'')
                skip_string(c);
            else if (c == '#')
                skip_comment();
            else
                step(c), ++at_;
        }
        return std::move(fault_);
    }

 private:
    void step(char c) {
        switch (c) {
            case '\n':
                ++line_;
                dots_ = 0;
                break;
            case '.':
                limit(++dots_, limits_.dots, "parts in one key");
                break;
            case '=':
            case ',':
                dots_ = 0;
                limit(++values_, limits_.values, "values in one file");
                break;
            case '[':
            case '{':
                dots_ = 0;
                limit(++depth_, limits_.brackets, "nested brackets");
                limit(++values_, limits_.values, "values in one file");
                break;
            case ']':
            case '}':
                depth_ -= depth_ > 0 ? 1 : 0;
                break;
            default:
                break;
        }
    }

    void skip_comment() {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
    }

    // Moves behind the string that begins here. A string of one line that is never closed ends with
    // its line, where the parser will report it.
    void skip_string(char quote) {
        const std::string triple(3, quote);
        const bool long_form = text_.substr(at_, 3) == triple;
        at_ += long_form ? 3 : 1;
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '\n' && !long_form) return;
            if (c == '\n') ++line_;
            if (c == '\\' && quote == '"' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
                at_ += 2;
            } else if (long_form ? text_.substr(at_, 3) == triple : c == quote) {
                at_ += long_form ? 3 : 1;
                return;
            } else {
                ++at_;
            }
        }
    }

    void limit(std::size_t count, std::size_t most, std::string_view what) {
        if (count <= most || fault_) return;
        fault_ = Diagnostic{.line = line_,
                            .found = fmt::format("more than {} {}", most, what),
                            .expected = fmt::format("at most {}", most)};
    }

    const TextLimits& limits_;
    std::string_view text_;
    std::size_t at_ = 0, dots_ = 0, values_ = 0, depth_ = 0;
    int line_ = 1;
    std::optional<Diagnostic> fault_;
};

}  // namespace

std::optional<Diagnostic> exceeds(const TextLimits& limits, std::string_view text) {
    if (text.size() > limits.bytes)
        return Diagnostic{.found = fmt::format("a file of {} bytes", text.size()),
                          .expected = fmt::format("at most {} bytes", limits.bytes)};
    return Scan(limits, text).run();
}

}  // namespace reentry::files
