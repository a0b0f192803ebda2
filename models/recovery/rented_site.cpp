#include "models/recovery/rented_site.hpp"

#include "models/scenario/draw.hpp"

#include <algorithm>

namespace reentry {
namespace {

const Site& site_of(const Recovery& recovery, std::size_t workload) {
    return recovery.what().scenario->sites[recovery.site_of(workload)];
}

}  // namespace

bool in_region_of(const Recovery& recovery, std::size_t workload, const Location& place) {
    const auto& site = site_of(recovery, workload);
    return site.region && site.region->role == place.role;
}

std::optional<sim::Duration> provision_wait(const Recovery& recovery, std::size_t at) {
    const auto& site = recovery.what().scenario->sites[at];
    if (!site.region) return std::nullopt;
    auto random = recovery.world.key.stream("provision/" + site.id);
    return sample(site.region->provision, random);
}

sim::Duration restore_wait(const Recovery& recovery, std::size_t workload) {
    const auto rented = provision_wait(recovery, recovery.restored_at(workload));
    if (rented && recovery.damage.state != State::drill) return *rented;
    return std::max(blow_to(recovery.damage, workload).target,
                    earlier_target(recovery.damage, workload) - recovery.decided[workload]);
}

sim::Duration target_wait(const Recovery& recovery, std::size_t workload) {
    if (recovery.promoted[workload] == none) return restore_wait(recovery, workload);
    return provision_wait(recovery, recovery.site_of(workload)).value_or(sim::Duration::zero());
}

void order_machines(Recovery& recovery, std::size_t workload) {
    auto& from = recovery.rented_from[recovery.site_of(workload)];
    from = std::min(from, recovery.decided[workload]);
}

void keep_machines(Recovery& recovery, std::size_t workload) {
    if (!site_of(recovery, workload).region) return;
    auto& until = recovery.rented_until[recovery.site_of(workload)];
    until = std::max(until, recovery.world.sim.now());
}

void book_machines(Recovery& recovery) {
    for (std::size_t s = 0; s < recovery.rented_until.size(); ++s) {
        const auto from = recovery.rented_from[s], until = recovery.rented_until[s];
        if (until > from)
            recovery.recorder.rented(s, recovery.outcome.workloads.front().workload, until - from,
                                     until);
    }
}

}  // namespace reentry
