#include "models/recovery/rented_site.hpp"

#include "models/protection/job_size.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>

namespace reentry {
namespace {

const Site& site_of(const Recovery& recovery, std::size_t workload) {
    return recovery.what().scenario->sites[recovery.site_of(workload)];
}

// What changes in a stay, as it travels.
std::int64_t changes_of(const Recovery& recovery, std::size_t workload, std::size_t copy,
                        sim::Time end, sim::Duration stay) {
    const auto& subject = recovery.subject(workload);
    return change_size(subject, recovery.what().places[copy].integration,
                       end - recovery.history.begin, stay, mean_of(subject.change))
        .stored;
}

}  // namespace

bool in_region_of(const Recovery& recovery, std::size_t workload, const Location& place) {
    const auto& site = site_of(recovery, workload);
    return site.region && site.region->role == place.role;
}

sim::Duration target_wait(const Recovery& recovery, std::size_t workload, sim::Duration target) {
    const auto& site = site_of(recovery, workload);
    if (!site.region) return target;
    auto random = recovery.world.key.stream("provision/" + site.id);
    return sample(site.region->provision, random);
}

void book_way_home(Recovery& recovery, std::size_t workload) {
    const auto& site = site_of(recovery, workload);
    auto& fate = *recovery.by_workload[workload];
    if (!site.region || !fate.recovered) return;
    const auto home = recovery.world.sim.now() + site.region->stay;
    auto& until = recovery.rented_until[recovery.site_of(workload)];
    until = std::max(until, home);
    fate.interruption = site.region->fail_back;
    if (!fate.copy) return;
    const auto bytes = changes_of(recovery, workload, *fate.copy, home, site.region->stay);
    if (bytes > 0) recovery.recorder.left_region(*fate.copy, workload, bytes, home);
}

void book_machines(Recovery& recovery) {
    const auto& damage = recovery.damage;
    const auto ordered = damage.failure + damage.detection + damage.decision;
    for (std::size_t s = 0; s < recovery.rented_until.size(); ++s) {
        const auto until = recovery.rented_until[s];
        if (until > ordered)
            recovery.recorder.rented(s, recovery.outcome.workloads.front().workload,
                                     until - ordered, until);
    }
}

}  // namespace reentry
