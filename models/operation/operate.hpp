// Years of normal operation: every copy of every workload is made when it is due, all contending
// for links, drives and disks, while the links fail and are repaired.
//
// One process per workload and copy. A job: wait until due; take the newest content of where it
// copies from; hold; wait for a drive; move the bytes; the point is there. Jobs of one workload in
// one copy never overlap: what is due meanwhile is skipped, or follows at once (Overrun).
#pragma once

#include "models/operation/history.hpp"
#include "models/operation/world.hpp"

namespace reentry {

// The history of a case over its scenario's horizon, for one replication.
History operate(const Case& what, std::uint64_t seed, std::uint64_t replication,
                const Onlooker& onlooker = {});

}  // namespace reentry
