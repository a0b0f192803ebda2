// Waiting for what a workload depends on.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Until the region in which the workload comes back can be reached.
sim::Task<void> region_is_back(Recovery& recovery, std::size_t workload);

// Waits until all that it depends on serves; false if something never will. What served may be hit
// again meanwhile.
sim::Task<bool> dependencies_serve(Recovery& recovery, std::size_t workload);

}  // namespace reentry
