// Archived objects: asking for them, and downloading them before they expire again.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Until when objects that were made readable stay so.
struct Readable {
    sim::Time until{};
};

// Asks for every object, waits for the slowest and for the provider's quota. The readable copies
// then live as long as the option says.
sim::Task<Readable> thaw(Recovery& recovery, std::size_t workload, const Candidate& source);

// Downloads the point, or a part of it, out of a class that must be thawed: all of it is asked for
// at once, or batch by batch, the next one when the download of the one before begins. What has not
// come when the readable copies expire is thawed once more.
sim::Task<void> bring_thawed(Recovery& recovery, std::size_t workload, const Candidate& source,
                             Stage what);

}  // namespace reentry
