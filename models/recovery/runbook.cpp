#include "models/recovery/runbook.hpp"

#include "models/protection/job_size.hpp"
#include "models/recovery/fetch.hpp"
#include "models/recovery/kinds/kinds.hpp"
#include "models/recovery/people.hpp"
#include "models/recovery/rebuild.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/tape.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>

namespace reentry {
namespace {

// Until people know, have decided, are there, and have something to restore to.
sim::Task<void> get_ready(Recovery& recovery, std::size_t workload) {
    const auto& damage = recovery.damage;
    auto detecting = stage(recovery, workload, Stage::detect, damage.detection);
    co_await detecting;
    auto deciding = stage(recovery, workload, Stage::decide, damage.decision);
    co_await deciding;
    const auto ordered = recovery.world.sim.now();
    const auto& crew = recovery.what().scenario->sites[recovery.site_of(workload)].crew;
    auto calling = stage(recovery, workload, Stage::mobilise, mobilisation(recovery, crew));
    co_await calling;
    const auto there = std::max(ordered + damage.target, recovery.world.sim.now());
    auto waiting = stage(recovery, workload, Stage::target, there - recovery.world.sim.now());
    co_await waiting;
}

// Waits until all that it depends on serves; false if something never will.
sim::Task<bool> dependencies_serve(Recovery& recovery, std::size_t workload) {
    bool all = true;
    for (const auto need : recovery.what().dependencies.needs[workload]) {
        const auto begin = recovery.world.sim.now();
        co_await recovery.served[need];
        note(recovery, workload,
             {Stage::dependencies, begin, {}, recovery.subject(need).id, need, {}});
        const auto* fate = recovery.by_workload[need];
        if (fate && !fate->recovered) all = false;
    }
    co_return all;
}

// After ransomware nothing starts before it has been looked through.
sim::Task<void> scan(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double speed = recovery.stages(workload).scan.bytes_per_second();
    if (!recovery.damage.mutable_copies_die || speed <= 0) co_return;
    const double bytes = static_cast<double>(source.bytes) * recovery.subject(workload).reduction;
    auto scanning = stage(recovery, workload, Stage::scan, sim::from_seconds(bytes / speed));
    co_await scanning;
}

void note_loss(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& fate = *recovery.by_workload[workload];
    const auto failure = recovery.damage.failure;
    const auto& product = recovery.what().places[source.copy].integration;
    const auto& subject = recovery.subject(workload);
    fate.copy = source.copy;
    fate.data_loss = failure - source.content;
    fate.bytes_read = source.bytes;
    fate.bytes_restored =
        Bytes::rounded(static_cast<double>(source.bytes) * subject.reduction).count();
    fate.bytes_lost = change_size(subject, product, failure - recovery.history.begin,
                                  fate.data_loss, mean_of(subject.change))
                          .logical;
}

// One attempt to bring the data back.
struct Attempt {
    std::optional<Candidate> source;  // none: nothing to restore, or no copy can
    bool restored = false;            // what it serves with is there
    bool bad = false;                 // and will prove unusable
};

// The data with which the workload serves. Servers are built anew around what was restored.
sim::Task<Attempt> restore_data(Recovery& recovery, std::size_t workload, sim::Duration server) {
    Attempt attempt;
    if (is_copied(recovery.what(), workload)) {
        attempt.source = choose(recovery, workload);
        if (!attempt.source) co_return attempt;
        const auto& source = *attempt.source;
        note_loss(recovery, workload, source);
        attempt.bad = proves_bad(recovery, workload, source);
        const auto kind = recovery.what().places[source.copy].kind;
        if (attempt.bad && kind == Location::Kind::tape) {
            auto trying = find_unreadable(recovery, workload, source);
            co_await trying;
            co_return attempt;
        }
        const auto first = first_part(recovery, workload, source);
        auto restoring = restore_by_kind(recovery, workload, first);
        co_await restoring;
        auto scanning = scan(recovery, workload, first);
        co_await scanning;
    }
    auto building = rebuild(recovery, workload, server);
    co_await building;
    attempt.restored = attempt.source || is_rebuilt(recovery, workload);
    co_return attempt;
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
}

}  // namespace

std::size_t Recovery::site_of(std::size_t w) const {
    return damage.recover_at == none ? world.site_index(subject(w).site) : damage.recover_at;
}

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
    fate.serves = recovery.world.sim.now();
    recovery.served[workload].trigger();
    if (attempt.source && fate.recovered) {
        auto following = bring_the_rest(recovery, workload, *attempt.source);
        co_await following;
    }
    fate.back = recovery.world.sim.now();
    --recovery.open;
}

}  // namespace reentry
