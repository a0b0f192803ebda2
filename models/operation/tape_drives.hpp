// Backup jobs whose bytes come from tapes or go to tapes: a drive at each such end is taken, loaded
// and given back in the same way in the history and beside a recovery.
#pragma once

#include "models/operation/history.hpp"
#include "models/operation/world.hpp"

#include <optional>

namespace reentry {

struct BackupCarriage {
    std::size_t copy = 0;         // that is made
    std::int64_t tapes_read = 1;  // mounted one after the other, where what it copies lies on tapes
    int urgency = 5;              // in the queue for drives
    bool loaded = false;          // the tapes are in the drives already
};

// The tapes on which a job finds what it copies out of `origin`: the changes since an instant, or
// the whole chain of the content.
std::int64_t tapes_holding(const Points& origin, sim::Time content, std::optional<sim::Time> since);

// Moves the bytes, and waits for drives and tapes where there are any.
sim::Task<void> carry_backup(World& world, BackupCarriage job, Shipment shipment);

}  // namespace reentry
