#include "models/recovery/runbook.hpp"

#include "models/recovery/attempt.hpp"
#include "models/recovery/needs.hpp"
#include "models/recovery/people.hpp"
#include "models/recovery/promotion.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/way_home.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <utility>

namespace reentry {
namespace {

// Until people know and have decided.
sim::Task<void> find_out(Recovery& recovery, std::size_t workload) {
    const auto& blow = blow_to(recovery.damage, workload);
    const auto detection = blow.detection, decision = blow.decision;
    auto detecting = stage(recovery, workload, Stage::detect, detection);
    co_await detecting;
    auto deciding = stage(recovery, workload, Stage::decide, decision);
    co_await deciding;
    recovery.decided[workload] = recovery.world.sim.now();
}

// Until they are there, and have something to restore to or a replica that takes over.
sim::Task<void> get_ready(Recovery& recovery, std::size_t workload) {
    const auto& crew = recovery.what().scenario->sites[recovery.site_of(workload)].crew;
    auto calling = stage(recovery, workload, Stage::mobilise, mobilisation(recovery, crew));
    co_await calling;
    order_machines(recovery, workload);
    const auto there = std::max(recovery.decided[workload] + target_wait(recovery, workload),
                                recovery.world.sim.now());
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
    const auto clean_target =
        takes_over(recovery, workload) ? sim::Duration::zero() : drawn.prepare;
    auto preparing = stage(recovery, workload, Stage::prepare, clean_target);
    co_await preparing;
    auto restoring = restore_data(recovery, workload, drawn.server);
    auto attempt = co_await restoring;
    co_return attempt;
}

// From data that are there to running; a replica that was promoted runs, and must be found.
sim::Task<void> start(Recovery& recovery, std::size_t workload, sim::Duration length) {
    if (takes_over(recovery, workload)) {
        auto switching = switch_over(recovery, workload);
        co_await switching;
        co_return;
    }
    auto starting = stage(recovery, workload, Stage::start, length);
    co_await starting;
    if (recovery.subject(workload).kind == Kind::code_forge) {
        auto random = recovery.world.key.stream("runners/" + recovery.subject(workload).id);
        const auto needed = sample(recovery.stages(workload).runners, random);
        auto building = stage(recovery, workload, Stage::runners, needed);
        co_await building;
    }
}

// From data that are there to serving, checked.
sim::Task<void> start_up(Recovery& recovery, std::size_t workload, sim::Stream& random) {
    const auto& stages = recovery.stages(workload);
    auto starting = start(recovery, workload, sample(stages.start, random));
    co_await starting;
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

// Waits until the workload is in reach again; where a replica stands by, until the decision at
// most.
sim::Task<void> outlast(Recovery& recovery, std::size_t workload, sim::Time decision) {
    const auto until = has_standby(recovery, workload) ? decision : sim::Time::max();
    const auto begin = recovery.world.sim.now();
    while (recovery.stranded(workload) && recovery.world.sim.now() < until) {
        const auto back = recovery.dark_until(workload);
        auto& network = recovery.world.network_changed();
        if (back) {
            const auto next = std::min(*back, until);
            co_await recovery.world.sim.until(next);
        } else {
            co_await network.by(until);
        }
    }
    note(recovery, workload, {Stage::outage, begin, {}, {}, {}, {}});
}

// Lets a replica take over from what is still out of reach; false if none does, or it proves bad.
sim::Task<bool> fail_over(Recovery& recovery, std::size_t workload) {
    if (!recovery.stranded(workload) || !settle_elsewhere(recovery, workload)) co_return false;
    recovery.decided[workload] = recovery.world.sim.now();
    auto random = recovery.world.key.stream(recovery.subject(workload).id);
    auto readying = get_ready(recovery, workload);
    co_await readying;
    auto restoring = restore(recovery, workload, {});
    const auto attempt = co_await restoring;
    if (attempt.restored) {
        auto waiting = dependencies_serve(recovery, workload);
        co_await waiting;
        auto starting = start_up(recovery, workload, random);
        co_await starting;
    }
    if (attempt.restored && !attempt.bad) co_return true;
    give_up_standby(recovery, workload);
    co_return false;
}

}  // namespace

// A point that proves bad, at the latest when it is verified, is set aside and the next one tried.
sim::Task<void> bring_back(Recovery& recovery, std::size_t workload) {
    auto& fate = *recovery.by_workload[workload];
    auto random = recovery.world.key.stream(recovery.subject(workload).id);
    auto finding = find_out(recovery, workload);
    co_await finding;
    Drawn drawn{sample(recovery.stages(workload).prepare, random),
                sample(recovery.stages(workload).rebuild, random)};
    Attempt attempt;
    bool served = false;
    auto at = none;  // where people and a target are ready
    do {
        if (attempt.bad) set_aside(recovery, workload, *attempt.source);
        settle_where(recovery, workload);
        if (std::exchange(at, recovery.site_of(workload)) != recovery.site_of(workload)) {
            auto readying = get_ready(recovery, workload);
            co_await readying;
        }
        auto restoring = restore(recovery, workload, drawn);
        attempt = co_await restoring;
        if (!takes_over(recovery, workload)) drawn.prepare = sim::Duration::zero();  // it is there
        if (attempt.lost || (attempt.bad && !attempt.restored)) continue;
        auto waiting = dependencies_serve(recovery, workload);
        served = co_await waiting;
        auto starting = start_up(recovery, workload, random);
        co_await starting;
    } while (attempt.bad || attempt.lost);
    fate.restored = attempt.restored;
    fate.recovered = attempt.restored && served;
    serves_again(recovery, workload);
    if (attempt.source && fate.recovered && !takes_over(recovery, workload)) {
        auto completing = complete(recovery, workload, attempt.source);
        const bool complete_again = co_await completing;
        fate.restored = fate.recovered = complete_again;
    }
    is_back(recovery, workload);
    set_off_home(recovery, workload);
}

sim::Task<void> sit_out(Recovery& recovery, std::size_t workload, sim::Duration to_decide) {
    auto& fate = *recovery.by_workload[workload];
    auto waiting = outlast(recovery, workload, recovery.world.sim.now() + to_decide);
    co_await waiting;
    auto going = fail_over(recovery, workload);
    const bool elsewhere = co_await going;
    if (!elsewhere) {
        auto staying = outlast(recovery, workload, sim::Time::max());
        co_await staying;
    }
    fate.restored = fate.recovered = true;
    serves_again(recovery, workload);
    is_back(recovery, workload);
    if (elsewhere) set_off_home(recovery, workload);
}

}  // namespace reentry
