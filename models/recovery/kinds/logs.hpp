// Logs that are replayed, by one thread of each member, while they are still being fetched.
#pragma once

#include "models/operation/passage.hpp"
#include "models/recovery/recovery.hpp"

namespace reentry::kinds {

// The logs of a candidate as a part of their own, and the base without them.
Candidate logs_of(const Recovery& recovery, std::size_t workload, const Candidate& source);
Candidate base_of(const Recovery& recovery, std::size_t workload, const Candidate& source);

// How a replay ended that began with a fetch, counted from its beginning.
struct Replayed {
    sim::Duration took{};
    sim::Duration
        starved{};  // until then it went as the logs came, from then on as the thread goes
};

// The thread replays `speed` bytes a second of what has come and nothing that has not: with A(t)
// come by t and L in all, it ends at the maximum over t of t + (L - A(t)) / speed. A is linear
// between the steps of the passage, so the maximum lies at one of them.
Replayed replayed_beside(const Passage& passage, double bytes, double speed);

// Fetches the point, then its logs, and replays these beside. Logs on tape or in an archive come
// with the rest.
sim::Task<void> fetch_and_replay(Recovery& recovery, std::size_t workload, const Candidate& source);

}  // namespace reentry::kinds
