// What the recovery of a workload takes: its own `stages`, and where these leave a value at zero
// what is usual for its kind.
#pragma once

#include "models/catalogue/workload_kind.hpp"
#include "models/scenario/workload.hpp"

namespace reentry {

// Without a kind: the workload's own.
Stages stages_of(const Workload& workload, const WorkloadKind* kind);

}  // namespace reentry
