// The virtual tapes of one copy, in the order in which they are written, and the cache of a
// gateway.
//
// One tape is written at a time. It is closed when it is full, or `eject_after` after its first
// byte; then it is ejected into the archive, once all that is on it was uploaded. A tape lies there
// as a whole until the last point on it has gone.
#pragma once

#include "models/operation/history.hpp"
#include "models/operation/recorder.hpp"

#include <vector>

namespace reentry {

class TapeShelf {
 public:
    // `tapes` is filled; `eject_after` zero: only full tapes are ejected.
    TapeShelf(std::vector<VirtualTape>& tapes, std::int64_t tape_bytes, sim::Duration eject_after);

    // Appends what a job wrote into the cache by `now`, and tells the point where it lies.
    void append(std::size_t workload, std::size_t index, RecoveryPoint& point, sim::Time now);

    // All of the point has been uploaded.
    void uploaded(RecoveryPoint& point, sim::Time now);

    // Settles when tapes were ejected and books what lay where; `points` by workload.
    void close(const std::vector<Points>& points, std::size_t copy, sim::Time end,
               Recorder& recorder);

 private:
    // A part of a tape that one point fills.
    struct Part {
        std::size_t tape, workload, index;
        std::int64_t bytes;
    };
    void close_full_or_old(sim::Time now);
    void eject();
    sim::Time gone(std::size_t tape, const std::vector<Points>& points, sim::Time end) const;

    std::vector<VirtualTape>& tapes_;
    std::int64_t tape_bytes_;
    sim::Duration eject_after_;
    std::vector<Part> parts_;
    std::vector<sim::Time> last_upload_;  // by tape
    std::vector<std::int64_t> waiting_;   // by tape: points on it that are not uploaded
};

// What a gateway's cache holds: the newest bytes that were written through it.
class GatewayCache {
 public:
    explicit GatewayCache(std::int64_t bytes) : bytes_(bytes) {}

    void wrote(std::size_t copy, std::size_t workload, std::size_t index, std::int64_t bytes,
               sim::Time now);

    // Tells every point until when it was held in full; never less long than until its upload.
    void close(std::vector<std::vector<Points>>& points) const;

 private:
    struct Written {
        std::size_t copy, workload, index;
        std::int64_t begin, end;  // in the stream of all bytes written
        sim::Time at;
    };
    std::int64_t bytes_;
    std::vector<Written> written_;
};

}  // namespace reentry
