// The processes of a recovery. Each reads as its runbook does.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Brings one hit workload back, from the blow to serving.
sim::Task<void> bring_back(Recovery& recovery, std::size_t workload);

// Waits with a workload that is unharmed but cut off, until it can serve again; where a replica
// stands by, that takes over when people have taken so long `to_decide`.
sim::Task<void> sit_out(Recovery& recovery, std::size_t workload, sim::Duration to_decide);

}  // namespace reentry
