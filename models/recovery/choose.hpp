// Which copy a recovery takes: of all usable ones the freshest, the fastest or the cheapest.
#pragma once

#include "models/operation/history.hpp"
#include "models/recovery/damage.hpp"

#include <optional>
#include <vector>

namespace reentry {

// A way to bring one workload back.
struct Candidate {
    std::size_t copy = 0;
    std::size_t point = 0;           // index in History::points[copy][workload]
    std::vector<std::size_t> parts;  // points to read, oldest first
    sim::Time content{};             // logs included
    std::int64_t bytes = 0;          // to read, logs included, as stored
    std::int64_t objects = 0;
    std::int64_t members = 1;  // of the entry, read side by side
    double frozen = 0;         // share of them that must be thawed first
    sim::Duration recall{};    // mean wait until its virtual tapes are here
    double log_bytes = 0;      // to replay, unreduced
};

// The points of one workload that proved bad, as the first index that is not tried any more in each
// copy: whatever is younger is taken to hang on the same fault.
using SetAside = std::vector<std::size_t>;

// All usable candidates at `now`, the newest point of each copy, in order of the copies. Usable: it
// exists at that instant, was complete before the failure, is clean, its place is not lost, and it
// is not set aside.
std::vector<Candidate> candidates(const Case& what, const History& history, const Damage& damage,
                                  std::size_t workload, sim::Time now, const SetAside& aside = {});

}  // namespace reentry
