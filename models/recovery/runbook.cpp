#include "models/recovery/runbook.hpp"

#include "models/protection/job_size.hpp"
#include "models/recovery/fetch.hpp"
#include "models/recovery/kinds/kinds.hpp"
#include "models/recovery/people.hpp"
#include "models/recovery/rebuild.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/tape.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <utility>

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

// The first of what it depends on that does not serve now, or that cannot be reached.
std::size_t missing_for(Recovery& recovery, std::size_t workload) {
    for (const auto need : recovery.what().dependencies.needs[workload])
        if (!recovery.served[need]->triggered() || recovery.parted(workload, need)) return need;
    return none;
}

// Waits until all that it depends on serves; false if something never will. What served may be hit
// again meanwhile.
sim::Task<bool> dependencies_serve(Recovery& recovery, std::size_t workload) {
    for (;;) {
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

// After ransomware nothing starts before it has been looked through.
sim::Task<void> scan(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double speed = recovery.stages(workload).scan.bytes_per_second();
    if (!is_infected(recovery.damage) || speed <= 0) co_return;
    const double bytes = static_cast<double>(source.bytes) * recovery.subject(workload).reduction;
    auto scanning = stage(recovery, workload, Stage::scan, sim::from_seconds(bytes / speed));
    co_await scanning;
}

void note_loss(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& fate = *recovery.by_workload[workload];
    const auto failure = worked_until(recovery.damage, workload);
    const auto& product = recovery.what().places[source.copy].integration;
    const auto& subject = recovery.subject(workload);
    fate.copy = source.copy;
    fate.content = source.content;
    fate.data_loss = failure - source.content;
    fate.bytes_read = source.bytes;
    fate.bytes_restored =
        Bytes::rounded(static_cast<double>(source.bytes) * subject.reduction).count();
    fate.bytes_lost = change_size(subject, product, failure - recovery.history.begin,
                                  fate.data_loss, mean_of(subject.change))
                          .logical;
}

// What the points that proved bad would have brought back counts for nothing.
void note_nothing(Recovery& recovery, std::size_t workload) {
    auto& fate = *recovery.by_workload[workload];
    fate.copy.reset();
    fate.data_loss = sim::Duration::zero();
    fate.bytes_lost = fate.bytes_read = fate.bytes_restored = 0;
}

// One attempt to bring the data back.
struct Attempt {
    std::optional<Candidate> source;  // none: nothing to restore, or no copy can
    bool restored = false;            // what it serves with is there
    bool bad = false;                 // and will prove unusable
};

// Waits for the network to change if a copy of the workload is only out of reach; false when none
// is.
sim::Task<bool> copy_comes_in_reach(Recovery& recovery, std::size_t workload) {
    const auto& what = recovery.what();
    bool any = false;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        any =
            any || (!recovery.history.points[c][workload].empty() &&
                    !copy_lost(what, c, recovery.damage) && recovery.parted_from_copy(workload, c));
    const auto begin = recovery.world.sim.now();
    auto& network = recovery.world.network_changed();
    if (any) co_await network;
    note(recovery, workload, {Stage::outage, begin, {}, "a copy in reach", {}, {}});
    co_return any;
}

// The preferred point, as soon as a copy is in reach; nothing when none is left.
sim::Task<std::optional<Candidate>> take_source(Recovery& recovery, std::size_t workload) {
    for (;;) {
        auto source = choose(recovery, workload);
        if (source) co_return source;
        auto waiting = copy_comes_in_reach(recovery, workload);
        const bool any = co_await waiting;
        if (!any) co_return source;
    }
}

// Reads from a copy; false when that is lost meanwhile.
sim::Task<bool> while_it_lasts(Recovery& recovery, std::size_t workload, const Candidate& source,
                               sim::Task<void> work) {
    recovery.reading[workload] = &source;
    bool lost = false;
    try {
        co_await work;
    } catch (const sim::Interrupted&) {
        // Another has taken over when the workload was hit again.
        if (recovery.at_work[workload] != recovery.world.sim.current()) throw;
        lost = true;
    }
    recovery.reading[workload] = nullptr;
    co_return !lost;
}

sim::Task<void> read_and_scan(Recovery& recovery, std::size_t workload, const Candidate& first) {
    auto restoring = restore_by_kind(recovery, workload, first);
    co_await restoring;
    auto scanning = scan(recovery, workload, first);
    co_await scanning;
}

// What the workload serves with, out of the preferred copy; out of another when that one is lost
// meanwhile.
sim::Task<Attempt> restore_copy(Recovery& recovery, std::size_t workload) {
    Attempt attempt;
    do {
        auto taking = take_source(recovery, workload);
        attempt.source = co_await taking;
        if (!attempt.source) note_nothing(recovery, workload);
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
        auto reading = read_and_scan(recovery, workload, first);
        auto lasting = while_it_lasts(recovery, workload, source, std::move(reading));
        attempt.restored = co_await lasting;
    } while (!attempt.restored);
    co_return attempt;
}

// The data with which the workload serves. Servers are built anew around what was restored.
sim::Task<Attempt> restore_data(Recovery& recovery, std::size_t workload, sim::Duration server) {
    Attempt attempt;
    attempt.restored = is_rebuilt(recovery, workload);
    if (is_copied(recovery.what(), workload)) {
        auto restoring = restore_copy(recovery, workload);
        attempt = co_await restoring;
        if (!attempt.restored) co_return attempt;
    }
    auto building = rebuild(recovery, workload, server);
    co_await building;
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
    const bool elsewhere = what().recover_at != none && damage.state == State::recovery &&
                           site_lost(damage, subject(w).site);
    const auto at = elsewhere ? what().recover_at : recovers_at(damage, w);
    return at == none ? world.site_index(subject(w).site) : at;
}

bool Recovery::spoilt(std::size_t w, const Candidate& source) const {
    return copy_lost(what(), source.copy, damage) || source.content > clean_until(damage, w);
}

bool Recovery::parted(std::size_t w, std::size_t need) const {
    return closes_ways(damage) &&
           world.cut_off(world.at_site(site_of(w)), world.at_site(site_of(need)));
}

bool Recovery::parted_from_copy(std::size_t w, std::size_t copy) const {
    return closes_ways(damage) && world.cut_off(world.reading(copy), world.at_site(site_of(w)));
}

bool Recovery::stranded(std::size_t w) const {
    if (region_back(damage, w) > world.sim.now()) return true;
    const auto& needs = what().dependencies.needs[w];
    return std::any_of(needs.begin(), needs.end(),
                       [&](std::size_t need) { return parted(w, need); });
}

namespace {

void serves_again(Recovery& recovery, std::size_t workload) {
    recovery.by_workload[workload]->serves = recovery.world.sim.now();
    recovery.served[workload]->trigger();
}

void is_back(Recovery& recovery, std::size_t workload) {
    recovery.by_workload[workload]->back = recovery.world.sim.now();
    --recovery.open;
}

// The rest of the data while it serves already; out of another copy when the first is lost
// meanwhile. False when there is none.
sim::Task<bool> complete(Recovery& recovery, std::size_t workload,
                         std::optional<Candidate> source) {
    while (source) {
        auto following = bring_the_rest(recovery, workload, *source);
        auto lasting = while_it_lasts(recovery, workload, *source, std::move(following));
        const bool done = co_await lasting;
        if (done) co_return true;
        auto taking = take_source(recovery, workload);
        source = co_await taking;
    }
    co_return false;
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
        const auto back = region_back(recovery.damage, workload);
        if (back > recovery.world.sim.now())
            co_await recovery.world.sim.until(back);
        else
            co_await network;
    }
    note(recovery, workload, {Stage::outage, begin, {}, {}, {}, {}});
    fate.restored = fate.recovered = true;
    serves_again(recovery, workload);
    is_back(recovery, workload);
}

}  // namespace reentry
