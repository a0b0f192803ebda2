#include "models/recovery/runbook.hpp"

#include "models/recovery/attempt.hpp"
#include "models/recovery/needs.hpp"
#include "models/recovery/people.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>

namespace reentry {
namespace {

// Until people know, have decided, are there, and have something to restore to.
sim::Task<void> get_ready(Recovery& recovery, std::size_t workload) {
    const auto blow = blow_to(recovery.damage, workload);
    auto detecting = stage(recovery, workload, Stage::detect, blow.detection);
    co_await detecting;
    auto deciding = stage(recovery, workload, Stage::decide, blow.decision);
    co_await deciding;
    const auto ordered = recovery.world.sim.now();
    const auto& crew = recovery.what().scenario->sites[recovery.site_of(workload)].crew;
    auto calling = stage(recovery, workload, Stage::mobilise, mobilisation(recovery, crew));
    co_await calling;
    const auto there =
        std::max(ordered + target_wait(recovery, workload, blow.target), recovery.world.sim.now());
    auto waiting = stage(recovery, workload, Stage::target, there - recovery.world.sim.now());
    co_await waiting;
}

// What has been drawn of the work before and around the data.
struct Drawn {
    sim::Duration prepare{};
    sim::Duration server{};  // provisioning one
};

// With people at hand.
sim::Task<Attempt> restore(Recovery& recovery, std::size_t workload, Drawn drawn) {
    auto asking = take_crew(recovery, workload);
    const auto crew = co_await asking;
    auto preparing = stage(recovery, workload, Stage::prepare, drawn.prepare);
    co_await preparing;
    auto restoring = restore_data(recovery, workload, drawn.server);
    auto attempt = co_await restoring;
    co_return attempt;
}

// From data that are there to serving, checked.
sim::Task<void> start_up(Recovery& recovery, std::size_t workload, sim::Stream& random) {
    const auto& stages = recovery.stages(workload);
    auto starting = stage(recovery, workload, Stage::start, sample(stages.start, random));
    co_await starting;
    if (recovery.subject(workload).kind == Kind::code_forge) {
        auto runners = recovery.world.key.stream("runners/" + recovery.subject(workload).id);
        auto building = stage(recovery, workload, Stage::runners, sample(stages.runners, runners));
        co_await building;
    }
    auto checking = stage(recovery, workload, Stage::verify, sample(stages.verify, random));
    co_await checking;
    auto reaching = region_is_back(recovery, workload);
    co_await reaching;
}

void serves_again(Recovery& recovery, std::size_t workload) {
    recovery.by_workload[workload]->serves = recovery.world.sim.now();
    recovery.served[workload]->trigger();
}

void is_back(Recovery& recovery, std::size_t workload) {
    recovery.by_workload[workload]->back = recovery.world.sim.now();
    --recovery.open;
}

}  // namespace

// A point that proves bad, at the latest when it is verified, is set aside and the next one tried.
sim::Task<void> bring_back(Recovery& recovery, std::size_t workload) {
    auto& fate = *recovery.by_workload[workload];
    auto random = recovery.world.key.stream(recovery.subject(workload).id);
    auto readying = get_ready(recovery, workload);
    co_await readying;
    Drawn drawn{sample(recovery.stages(workload).prepare, random),
                sample(recovery.stages(workload).rebuild, random)};
    Attempt attempt;
    bool served = false;
    do {
        if (attempt.bad) set_aside(recovery, workload, *attempt.source);
        auto restoring = restore(recovery, workload, drawn);
        attempt = co_await restoring;
        drawn.prepare = sim::Duration::zero();  // the target is there
        if (attempt.bad && !attempt.restored) continue;
        auto waiting = dependencies_serve(recovery, workload);
        served = co_await waiting;
        auto starting = start_up(recovery, workload, random);
        co_await starting;
    } while (attempt.bad);
    fate.restored = attempt.restored;
    fate.recovered = attempt.restored && served;
    serves_again(recovery, workload);
    if (attempt.source && fate.recovered) {
        auto completing = complete(recovery, workload, attempt.source);
        const bool complete_again = co_await completing;
        fate.restored = fate.recovered = complete_again;
    }
    book_way_home(recovery, workload);
    is_back(recovery, workload);
}

sim::Task<void> sit_out(Recovery& recovery, std::size_t workload) {
    auto& fate = *recovery.by_workload[workload];
    auto& network = recovery.world.network_changed();
    const auto begin = recovery.world.sim.now();
    while (recovery.stranded(workload)) {
        const auto back = recovery.dark_until(workload);
        if (back)
            co_await recovery.world.sim.until(*back);
        else
            co_await network;
    }
    note(recovery, workload, {Stage::outage, begin, {}, {}, {}, {}});
    fate.restored = fate.recovered = true;
    serves_again(recovery, workload);
    is_back(recovery, workload);
}

}  // namespace reentry
