// How the data of each kind come back out of a chosen copy, once people and a target are there.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// `source` is what must be brought before the workload can start: all of the point, or the share
// with which it serves.
sim::Task<void> restore_by_kind(Recovery& recovery, std::size_t workload, const Candidate& source);

// What of a point the workload serves with: its minimum_share, and the logs; of identity, where
// none is stated, the first server, from which the others are copied.
Candidate first_part(const Recovery& recovery, std::size_t workload, const Candidate& source);

// What is fetched and, after ransomware, scanned while it serves already; or copied from the first
// server, which is clean.
sim::Task<void> bring_the_rest(Recovery& recovery, std::size_t workload, const Candidate& source);

namespace kinds {

// etcd, objects by the API server, volumes, their data by movers.
sim::Task<void> cluster(Recovery& recovery, std::size_t workload, const Candidate& source);

// A base image, then the differences in order.
sim::Task<void> images(Recovery& recovery, std::size_t workload, const Candidate& source);

}  // namespace kinds
}  // namespace reentry
