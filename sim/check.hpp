// Always-on checks of our own contracts: a violation is a defect of the program, never of its input.
#pragma once

#include <fmt/format.h>

#include <stdexcept>

namespace reentry {

// Thrown by CHECK. The kernel adds simulated time and process name to the message on its way out.
class ContractViolation : public std::logic_error {
    using std::logic_error::logic_error;
};

}  // namespace reentry

// Throws ContractViolation naming file, line and condition; the rest is an fmt format string with arguments.
#define REENTRY_CHECK(condition, ...)                                                            \
    do {                                                                                         \
        if (!(condition)) [[unlikely]]                                                           \
            throw ::reentry::ContractViolation(fmt::format("{}:{}: broken contract '{}': {}",    \
                                                           __FILE__, __LINE__, #condition,       \
                                                           fmt::format(__VA_ARGS__)));           \
    } while (false)
