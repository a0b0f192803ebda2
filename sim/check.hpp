// Always-on checks of our own contracts: a violation is a defect of the program, never of its
// input.
#pragma once

#include <fmt/format.h>

#include <stdexcept>

namespace reentry {

// Thrown by REENTRY_CHECK. The kernel adds simulated time and process name to the message on its
// way out.
class ContractViolation : public std::logic_error {
    using std::logic_error::logic_error;
};

// What a failed check does. Out of line, so that a check costs its caller one branch and no room.
template <class... Arguments>
[[noreturn, gnu::cold, gnu::noinline]] void broken_contract(
    const char* file, int line, const char* condition, fmt::format_string<const Arguments&...> text,
    const Arguments&... arguments) {
    throw ContractViolation(fmt::format("{}:{}: broken contract '{}': {}", file, line, condition,
                                        fmt::vformat(text, fmt::make_format_args(arguments...))));
}

}  // namespace reentry

// Throws ContractViolation naming file, line and condition; the rest is an fmt format string with
// arguments.
#define REENTRY_CHECK(condition, ...)                                                \
    do {                                                                             \
        if (!(condition)) [[unlikely]]                                               \
            ::reentry::broken_contract(__FILE__, __LINE__, #condition, __VA_ARGS__); \
    } while (false)
