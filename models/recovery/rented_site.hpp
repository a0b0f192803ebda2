// Recovering in a provider's region: machines that are rented for as long as they are needed, and
// the way home.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Whether what is read there does not leave the region in which the workload comes back.
bool in_region_of(const Recovery& recovery, std::size_t workload, const Location& place);

// Until something to restore to is there, counted from the decision: the incident's `target`, or
// that of the rented machines, which is the same for all of them.
sim::Duration target_wait(const Recovery& recovery, std::size_t workload, sim::Duration target);

// Where it came back on rented machines: they run until it goes home after its stay, the changes
// travel home then, and it is down for a while.
void book_way_home(Recovery& recovery, std::size_t workload);

// The hours of all machines that were rented, from the decision until the last workload goes home.
void book_machines(Recovery& recovery);

}  // namespace reentry
