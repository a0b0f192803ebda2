// Attempts to bring the data of one workload back: out of the preferred copy, out of another when
// that one is lost meanwhile or proves bad.
#pragma once

#include "models/recovery/recovery.hpp"

#include <optional>

namespace reentry {

// One attempt to bring the data back.
struct Attempt {
    std::optional<Candidate> source;  // none: nothing to restore, or no copy can
    bool restored = false;            // what it serves with is there
    bool bad = false;                 // and will prove unusable
    bool lost = false;                // the replica that was to take over is gone
};

// The data with which the workload serves. Servers are built anew around what was restored, each in
// the time `server`.
sim::Task<Attempt> restore_data(Recovery& recovery, std::size_t workload, sim::Duration server);

// The replica that was to take over does not: it loses nothing, and serves where it was.
void give_up_standby(Recovery& recovery, std::size_t workload);

// The rest of the data while it serves already; when its copy is lost meanwhile, all of them out of
// another. `source` is what it serves with. False when there is none.
sim::Task<bool> complete(Recovery& recovery, std::size_t workload, std::optional<Candidate> source);

}  // namespace reentry
