// The backups of what was not hit, which go on beside a recovery.
#pragma once

#include "models/operation/history.hpp"
#include "models/operation/world.hpp"

namespace reentry {

// Repeats the backup jobs that the history holds for one workload and copy from now on.
sim::Task<void> go_on_backing_up(World& world, const History& history, std::size_t copy,
                                 std::size_t workload);

}  // namespace reentry
