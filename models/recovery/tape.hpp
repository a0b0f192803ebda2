// Reading tapes: courier, drives, mounts.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Vaulted tapes come by courier before anything can be read. One trip fetches them all: it begins
// when they are first asked for, and whoever comes later waits only for the rest of it.
// What is still on its way there has never left the library.
sim::Task<void> recall_tapes(Recovery& recovery, std::size_t workload, const Candidate& source);

// Whether all that a point of a vault needs had left a library that is lost.
bool outlives_library(const Case& what, std::size_t copy, const Points& points, std::size_t point,
                      const Damage& damage);

// Reads what is asked for of tapes that are at hand, with as many drives as one job may take.
sim::Task<void> bring_from_tape(Recovery& recovery, std::size_t workload, const Candidate& source,
                                Stage what);

// Fetches and mounts a tape only to find that it cannot be read.
sim::Task<void> find_unreadable(Recovery& recovery, std::size_t workload, const Candidate& source);

}  // namespace reentry
