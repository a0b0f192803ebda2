// Which chain of stages decides when a workload is back, and what its time went by on.
//
// The chain is found backwards from the instant at which the workload serves: the stage that ended
// then, or, where that was a wait for another workload, that workload's stages; and so on from the
// beginning of that stage, until the failure.
#pragma once

#include "models/recovery/outcome.hpp"

namespace reentry {

// The chain that ended at `until` in the workload, in order of time; needs the spans of all
// workloads. Empty when the workload was not hit.
std::vector<CriticalStep> critical_path(const IncidentOutcome& outcome, std::size_t workload,
                                        sim::Time until);

// Whether a span of that workload is a step of `outcome.critical`.
bool is_critical(const IncidentOutcome& outcome, std::size_t workload, const StageSpan& span);

// Whether a span belongs into a picture of the recovery: the way home may come weeks later, and
// does where it begins before twice the recovery.
bool is_of_recovery(const IncidentOutcome& outcome, const StageSpan& span);

// What most of the path was spent on; of equals the earliest.
Bottleneck bottleneck_of(const std::vector<CriticalStep>& path);

}  // namespace reentry
