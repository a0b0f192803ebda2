// What a strike sets in motion: who goes down, who goes on, and what strikes next.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// The backups of whatever was not hit go on.
void start_other_backups(Recovery& recovery);

// Links and regions that a strike takes away for its time.
void close_ways(World& world, const Damage& strike);

// Sends someone to every workload that a strike takes down.
void respond(Recovery& recovery, const Damage& strike);

// What strikes while the recovery goes on; when all serves again it is over, wherever that is.
sim::Task<void> strike_again(Recovery& recovery);

}  // namespace reentry
