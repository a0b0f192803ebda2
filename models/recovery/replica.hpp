// Copies that lie on production arrays: snapshots beside the data, and replicas that follow it.
#pragma once

#include "models/recovery/choose.hpp"

#include <optional>

namespace reentry {

// The state of a replica at the failure. Nothing when what struck had reached the replica too:
// deletions and an intruder's changes are replicated like all others.
std::optional<Candidate> replica_candidate(const Case& what, const History& history,
                                           const Damage& damage, std::size_t copy,
                                           std::size_t workload);

// Whether the candidate's data lie where the workload comes back, so that nothing has to be moved:
// a snapshot is rolled back, a replica is promoted.
bool lies_at(const Case& what, std::size_t copy, std::size_t site);

}  // namespace reentry
