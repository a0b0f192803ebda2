// Waiting for what a workload depends on.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Waits until all that it depends on serves; false if something never will. What served may be hit
// again meanwhile.
sim::Task<bool> dependencies_serve(Recovery& recovery, std::size_t workload);

}  // namespace reentry
