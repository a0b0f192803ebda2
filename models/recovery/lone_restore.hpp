// How long it would take to bring a candidate back if nothing else went on.
#pragma once

#include "models/recovery/choose.hpp"

namespace reentry {

// The rate at which a lone restore of the candidate moves stored bytes [bytes per second].
double lone_restore_rate(World& world, const Candidate& candidate, std::size_t workload,
                         std::size_t site);

// The batches in which the candidate is thawed, each of `thaw_ahead` of a lone download.
std::int64_t thaw_batches(World& world, const Candidate& candidate, std::size_t workload,
                          std::size_t site);

// How long a lone restore of the candidate would take, waits at their means and the quotas
// of its thaw for itself: the yardstick of
// "fastest" [seconds].
double lone_restore_seconds(World& world, const Candidate& candidate, std::size_t workload,
                            std::size_t site);

}  // namespace reentry
