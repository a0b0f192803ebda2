// Recovery points: what a copy can bring back, from when to when, and what it needs for that.
//
// The points of one workload in one copy form a list in order of `content`. A point that is not
// full needs its `base` (the point before it in an incremental chain, the full in a differential
// one), and so on down to a full. Invariant (chain rule): no point is deleted before every point
// that needs it.
#pragma once

#include "sim/clock.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace reentry {

struct RecoveryPoint {
    sim::Time content{};                   // the data is as it was at this instant
    sim::Time started{};                   // the job that made it began
    sim::Time available{};                 // from then on it can be restored
    sim::Time keep_until{};                // retention asked for
    sim::Time deleted = sim::Time::max();  // when it really goes, by the chain rule
    std::int64_t bytes = 0;                // stored, after reduction
    std::int64_t objects = 0;              // in the store
    std::int64_t read_bytes = 0;           // of this point alone, when it is part of a restore
    std::int64_t read_objects = 0;
    std::int32_t base = -1;  // index of the point it needs; -1: it is full
    bool whole = false;      // one read brings everything back (full, synthetic full)
    bool stands = false;     // for a week, month or year of the retention
    // On virtual tapes only: when all of it was uploaded and outlives its gateway, until when the
    // gateway's cache holds it, and on which tapes of its copy it lies.
    sim::Time uploaded = sim::Time::max();
    sim::Time cached_until = sim::Time::max();
    std::int32_t first_tape = -1, last_tape = -1;
};

using Points = std::vector<RecoveryPoint>;

// The newest point with content <= latest_content that is there at `now`, or nothing.
std::optional<std::size_t> newest_usable(const Points& points, sim::Time latest_content,
                                         sim::Time now);

// What a replica held at an instant.
struct LiveState {
    std::size_t point = 0;  // the last whose stretch was complete
    sim::Time content{};    // at most an interval behind what had arrived
};

// The state of a replica at `now`, or nothing before its first full. Between two points changes
// arrive evenly; only whole intervals since the first point count, as a part of one is rolled back.
std::optional<LiveState> live_state(const Points& points, sim::Duration interval, sim::Time now);

// The points that must be read to restore points[index], oldest first, ending with it.
std::vector<std::size_t> chain_of(const Points& points, std::size_t index);

}  // namespace reentry
