// Recovering in a provider's region: machines that are rented for as long as they are needed.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Whether what is read there does not leave the region in which the workload comes back.
bool in_region_of(const Recovery& recovery, std::size_t workload, const Location& place);

// Until machines are there at a rented site, counted from the decision, the same for all of them;
// nothing where none are rented.
std::optional<sim::Duration> provision_wait(const Recovery& recovery, std::size_t site);

// Until something to restore the workload to is there: rented machines, or what the incident says.
sim::Duration restore_wait(const Recovery& recovery, std::size_t workload);

// The same for the place that was settled: a replica that takes over on its array waits for
// nothing.
sim::Duration target_wait(const Recovery& recovery, std::size_t workload);

// The workload comes back on machines that were ordered when it was decided.
void order_machines(Recovery& recovery, std::size_t workload);

// The workload needs its machines until now.
void keep_machines(Recovery& recovery, std::size_t workload);

// The hours of all machines that were rented, from the decision until the last workload goes home.
void book_machines(Recovery& recovery);

}  // namespace reentry
