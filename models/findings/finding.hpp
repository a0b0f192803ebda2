// Something a person must know about a strategy: a combination that breaks in practice, a rule that
// is not met.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace reentry {

enum class Weight : std::uint8_t { breaks, warns, informs };

struct Finding {
    Weight weight = Weight::informs;
    std::string rule;     // short name, such as "minimum-duration" or "3-2-1-1-0"
    std::string subject;  // copy, workload or store it is about
    std::string text;     // one sentence with the figures in it
};

// Whether one of them is of something that breaks in practice.
inline bool any_breaks(const std::vector<Finding>& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.weight == Weight::breaks; });
}

}  // namespace reentry
