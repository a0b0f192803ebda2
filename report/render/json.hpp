// A whole comparison as JSON. The schema is described in docs/reports.md; keys stand in a fixed
// order; times are seconds, money is in the comparison's currency with all its digits,
// probabilities are shares of one, instants are RFC 3339 in UTC.
#pragma once

#include "study/comparison.hpp"

#include <ostream>
#include <string>

namespace reentry::report {

struct JsonOptions {
    std::string version;   // of the program
    bool samples = false;  // every single incident, too: large
};

void write_json(std::ostream& out, const study::Comparison& comparison, const JsonOptions& options);

}  // namespace reentry::report
