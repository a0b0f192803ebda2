#include "models/recovery/recover.hpp"

#include "models/recovery/other_backups.hpp"
#include "models/recovery/runbook.hpp"
#include "models/recovery/service_outcome.hpp"

#include <algorithm>

namespace reentry {
namespace {

// The workloads that were not hit go on being backed up, contending for links and drives.
void start_other_backups(World& world, const History& history, const Damage& damage) {
    for (std::size_t c = 0; c < world.what.places.size(); ++c) {
        const auto from = world.what.from[c];
        if (copy_lost(world.what, c, damage)) continue;
        if (from != none && copy_lost(world.what, from, damage)) continue;
        for (const auto w : world.what.covers[c])
            if (!std::binary_search(damage.hit.begin(), damage.hit.end(), w))
                world.sim.spawn(go_on_backing_up(world, history.points[c][w], c, w), "backup");
    }
}

// What did not go down serves all the time.
void start_recoveries(Recovery& recovery) {
    const auto workloads = recovery.what().scenario->workloads.size();
    for (std::size_t w = 0; w < workloads; ++w) recovery.served.emplace_back(recovery.world.sim);
    for (auto& fate : recovery.outcome.workloads) recovery.by_workload[fate.workload] = &fate;
    for (std::size_t w = 0; w < workloads; ++w) {
        if (!recovery.by_workload[w])
            recovery.served[w].trigger();
        else
            recovery.world.sim.spawn(bring_back(recovery, w), recovery.subject(w).id);
    }
}

// They take more room than all else; the bottleneck is known by now.
void forget_spans(IncidentOutcome& outcome) {
    outcome.critical = {};
    for (auto& fate : outcome.workloads) fate.spans = {};
}

}  // namespace

RecoveryResult recover(const Case& what, const History& history, const Damage& damage,
                       std::uint64_t seed, const RecoveryOptions& options) {
    RecoveryResult result;
    result.usage.begin = history.begin;
    result.usage.end = history.end;
    auto& outcome = result.outcome;
    outcome.incident = damage.incident;
    outcome.number = damage.number;
    outcome.failure = damage.failure;
    for (const auto w : damage.hit) outcome.workloads.emplace_back().workload = w;

    World world(what, damage.failure,
                incident_key(*what.scenario, damage.incident, damage.number, seed));
    Recorder recorder(what, result.usage, State::recovery);
    Recovery recovery{world, history,           damage, recorder, outcome, {},
                      {},    damage.hit.size(), {},     {},       {},      {}};
    const auto workloads = what.scenario->workloads.size();
    recovery.by_workload.resize(workloads);
    recovery.aside.resize(workloads);
    recovery.thaws.resize(workloads);
    recovery.tapes_arrive.resize(what.scenario->stores.size());
    recovery.shifts.resize(what.scenario->sites.size());
    world.start_outages(history.outages);
    start_other_backups(world, history, damage);
    start_recoveries(recovery);
    if (options.onlooker) options.onlooker(world);
    while (recovery.open > 0 && world.sim.step())
        if (options.onlooker) options.onlooker(world);
    REENTRY_CHECK(recovery.open == 0, "{} recoveries wait for something that never comes",
                  recovery.open);
    result.events = world.sim.events_processed();
    world.sim.destroy_processes();
    summarise(what, outcome);
    if (!options.spans) forget_spans(outcome);
    return result;
}

}  // namespace reentry
