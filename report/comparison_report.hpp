// The report of a comparison: what meets the objectives at what cost, and everything that it rests
// on.
//
// Sections: summary, comparison, incidents, cost, recovery (when a trace is given), drills,
// findings, unknown-prices, sources, run. Empty ones are left out, except that a report without
// sources says so.
#pragma once

#include "report/recovery_trace.hpp"
#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <string>
#include <vector>

namespace reentry::report {

struct ReportOptions {
    std::string version;                // of the program
    std::vector<RecoveryTrace> traces;  // recoveries to be shown step by step
};

// In a line: how many options meet the objectives, and the cheapest of them.
std::string answer(const study::Comparison& comparison);

Document comparison_report(const study::Comparison& comparison, const ReportOptions& options);

}  // namespace reentry::report
