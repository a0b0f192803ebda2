// Which point a recovery takes: by the strategy's preference, among those that have not proved bad.
#pragma once

#include "models/recovery/recovery.hpp"

#include <optional>

namespace reentry {

// The candidate that the strategy prefers now; nothing when none is usable.
std::optional<Candidate> choose(Recovery& recovery, std::size_t workload);

// Whether the point will turn out to be unusable: drawn once for each point of a copy and workload.
bool proves_bad(Recovery& recovery, std::size_t workload, const Candidate& source);

// From now on an older point of that copy is taken, or another copy.
void set_aside(Recovery& recovery, std::size_t workload, const Candidate& source);

}  // namespace reentry
