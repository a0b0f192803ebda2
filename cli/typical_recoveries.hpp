// Recoveries that show what is typical: of the option that a report is about, and of each class of
// incidents, the one whose recovery time is the median. Simulated again with every stage kept.
#pragma once

#include "report/recovery_trace.hpp"
#include "study/comparison.hpp"
#include "study/simulate.hpp"

#include <string>
#include <vector>

namespace reentry::cli {

// Empty when nothing recovered. `jobs` threads, 0 for as many as there are cores.
std::vector<report::RecoveryTrace> typical_recoveries(const study::Simulated& simulated,
                                                      const study::Comparison& comparison,
                                                      unsigned jobs);

// One incident of one row, by the index of its class and its number.
report::RecoveryTrace trace_of(const study::Simulated& simulated, std::size_t row,
                               std::size_t incident_class, std::size_t number);

}  // namespace reentry::cli
