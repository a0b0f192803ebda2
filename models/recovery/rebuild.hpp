// Building servers from code instead of restoring them.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Whether some copy of the strategy holds the workload.
bool is_copied(const Case& what, std::size_t workload);

// Infrastructure as code is built anew whatever copies there are, which hold its state only. What
// else states servers to build is built where the strategy copies it nowhere.
bool is_rebuilt(const Recovery& recovery, std::size_t workload);

// Where it is: builds the image, then the servers that are lost, so many at a time, each with its
// configuration run. `each` is the time of one server.
sim::Task<void> rebuild(Recovery& recovery, std::size_t workload, sim::Duration each);

}  // namespace reentry
