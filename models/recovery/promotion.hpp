// Replicas that take over where they lie instead of being copied from: an array at its own site, a
// class in a provider's region on machines that are rented there.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Whether a replica takes over from the workload.
inline bool takes_over(const Recovery& recovery, std::size_t workload) {
    return recovery.promoted[workload] != none;
}

// Whether the copy could take over now, if its state is of use.
bool may_take_over(Recovery& recovery, std::size_t copy);

// Until the candidate's data could be used, from the instant on at which a restore of the workload
// could begin; less than zero where a replica takes over sooner than that [seconds].
double seconds_to_use(Recovery& recovery, std::size_t workload, const Candidate& candidate);

// Decides where the workload comes back: where its replica takes over, if the strategy prefers that
// copy and it is sooner than copying it to where the incident says.
void settle_where(Recovery& recovery, std::size_t workload);

// Whether a replica could take over from the workload.
bool has_standby(const Recovery& recovery, std::size_t workload);

// Settles that a replica takes over from what is only out of reach, where it can and the workload
// is in reach there; false if none does.
bool settle_elsewhere(Recovery& recovery, std::size_t workload);

// Makes the replica fit to serve.
sim::Task<void> promote(Recovery& recovery, std::size_t workload);

// Until clients find it.
sim::Task<void> switch_over(Recovery& recovery, std::size_t workload);

}  // namespace reentry
