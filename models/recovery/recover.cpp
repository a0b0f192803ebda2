#include "models/recovery/recover.hpp"

#include "models/recovery/leave.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/respond.hpp"
#include "models/recovery/service_outcome.hpp"
#include "models/units/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace reentry {
namespace {

// The people of a drill do nothing else meanwhile; each runs as many restores as in earnest.
std::unique_ptr<sim::Resource> people_of_drill(World& world, const Damage& damage) {
    const auto& sites = world.what.scenario->sites;
    const auto& crew = sites[damage.recover_at == none ? 0 : damage.recover_at].crew;
    return std::make_unique<sim::Resource>(world.sim,
                                           static_cast<int>(damage.operators * crew.restores_each),
                                           sim::Discipline::priority, "drill crew");
}

// At the failure everything serves but what it takes down.
void begin(Recovery& recovery) {
    const auto workloads = recovery.what().scenario->workloads.size();
    for (std::size_t w = 0; w < workloads; ++w) {
        recovery.served.push_back(&recovery.events.emplace_back(recovery.world.sim));
        recovery.served[w]->trigger();
    }
    recovery.by_workload.resize(workloads);
    recovery.at_work.resize(workloads);
    recovery.reading.resize(workloads);
    recovery.decided.resize(workloads, recovery.damage.failure);
    recovery.promoted.resize(workloads, none);
    recovery.going_home.resize(workloads);
    recovery.is_home.resize(workloads);
    recovery.aside.resize(workloads);
    recovery.thaws.resize(workloads);
    recovery.shifts.resize(recovery.what().scenario->sites.size());
    recovery.rented_from.resize(recovery.what().scenario->sites.size(), sim::Time::max());
    recovery.rented_until.resize(recovery.what().scenario->sites.size(), recovery.damage.failure);
    recovery.tapes_arrive.resize(recovery.what().scenario->stores.size());
    recovery.outcome.workloads.reserve(workloads);
    close_ways(recovery.world, recovery.damage);
    start_other_backups(recovery);
    respond(recovery, recovery.damage);
    leave_provider(recovery);
    if (!recovery.damage.then.empty()) recovery.world.sim.spawn(strike_again(recovery), "strike");
}

// They take more room than all else; the bottleneck is known by now.
void forget_spans(IncidentOutcome& outcome) {
    outcome.critical = {};
    for (auto& fate : outcome.workloads) fate.spans = {};
}

// What is not back by then never is: simulated time itself ends some hundred years later.
constexpr sim::Duration patience = 100 * year_length;

void give_up(const Recovery& recovery) {
    const auto& incident = recovery.what().scenario->incidents[recovery.damage.incident];
    for (std::size_t w = 0; w < recovery.served.size(); ++w)
        if (recovery.by_workload[w] && !recovery.served[w]->triggered())
            throw std::runtime_error(
                fmt::format("workload \"{}\" is not back a hundred years after incident {} of "
                            "\"{}\": one of its "
                            "speeds or times is far from real",
                            recovery.subject(w).id, recovery.damage.number, incident.id));
    throw std::runtime_error(fmt::format("incident {} of \"{}\" takes more than a hundred years",
                                         recovery.damage.number, incident.id));
}

void step_on(Recovery& recovery, const Onlooker& onlooker) {
    auto& sim = recovery.world.sim;
    while (recovery.open + recovery.away > 0 && sim.step()) {
        if (onlooker) onlooker(recovery.world);
        if (sim.now() - recovery.damage.failure > patience) give_up(recovery);
    }
}

// Who looks on may give up, too; processes reach into what dies before their world.
void run(Recovery& recovery, const Onlooker& onlooker) {
    auto& sim = recovery.world.sim;
    try {
        step_on(recovery, onlooker);
    } catch (...) {
        sim.destroy_processes();
        throw;
    }
    REENTRY_CHECK(recovery.open + recovery.away == 0,
                  "{} recoveries wait for something that never comes",
                  recovery.open + recovery.away);
    sim.destroy_processes();
    auto& fates = recovery.outcome.workloads;
    std::sort(fates.begin(), fates.end(),
              [](const auto& a, const auto& b) { return a.workload < b.workload; });
}

}  // namespace

RecoveryResult recover(const Case& what, const History& history, const Damage& damage,
                       const RecoveryOptions& options) {
    RecoveryResult result;
    result.usage.begin = history.begin;
    result.usage.end = history.end;
    auto& outcome = result.outcome;
    outcome.incident = damage.incident;
    outcome.number = damage.number;
    outcome.failure = damage.failure;

    World world(what, damage.failure, damage.key);
    Recorder recorder(what, result.usage, damage.state);
    Recovery recovery{world, history, damage, recorder, outcome};
    if (damage.operators > 0) recovery.drill_crew = people_of_drill(world, damage);
    world.start_outages(history.outages);
    begin(recovery);
    if (options.onlooker) options.onlooker(world);
    run(recovery, options.onlooker);
    book_machines(recovery);
    result.events = world.sim.events_processed();
    summarise(what, outcome);
    if (!options.spans) forget_spans(outcome);
    return result;
}

}  // namespace reentry
