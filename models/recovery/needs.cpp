#include "models/recovery/needs.hpp"

#include "models/recovery/stages.hpp"

#include <algorithm>

namespace reentry {
namespace {

// The first of what it depends on that does not serve now, or that cannot be reached.
std::size_t missing_for(Recovery& recovery, std::size_t workload) {
    for (const auto need : recovery.what().dependencies.needs[workload])
        if (!recovery.served[need]->triggered() || recovery.parted(workload, need)) return need;
    return none;
}

}  // namespace

sim::Task<void> region_is_back(Recovery& recovery, std::size_t workload) {
    auto back = recovery.dark_until(workload);
    while (back) {
        const auto begin = recovery.world.sim.now();
        co_await recovery.world.sim.until(*back);
        note(recovery, workload, {Stage::outage, begin, {}, "its region", {}, {}});
        back = recovery.dark_until(workload);
    }
}

sim::Task<bool> dependencies_serve(Recovery& recovery, std::size_t workload) {
    for (;;) {
        auto lighting = region_is_back(recovery, workload);
        co_await lighting;
        const auto need = missing_for(recovery, workload);
        if (need == none) break;
        const auto begin = recovery.world.sim.now();
        auto& serves = *recovery.served[need];
        auto& network = recovery.world.network_changed();
        if (serves.triggered())
            co_await network;
        else
            co_await serves;
        note(recovery, workload,
             {Stage::dependencies, begin, {}, recovery.subject(need).id, need, {}});
    }
    const auto& needs = recovery.what().dependencies.needs[workload];
    co_return std::all_of(needs.begin(), needs.end(), [&recovery](std::size_t need) {
        const auto* fate = recovery.by_workload[need];
        return !fate || fate->recovered;
    });
}

}  // namespace reentry
