#include "models/recovery/attempt.hpp"

#include "models/protection/job_size.hpp"
#include "models/recovery/fetch.hpp"
#include "models/recovery/kinds/kinds.hpp"
#include "models/recovery/promotion.hpp"
#include "models/recovery/rebuild.hpp"
#include "models/recovery/scan.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/tape.hpp"
#include "models/scenario/draw.hpp"

#include <utility>

namespace reentry {
namespace {

void note_loss(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& fate = *recovery.by_workload[workload];
    const auto failure = worked_until(recovery.damage, workload);
    const auto& product = recovery.what().places[source.copy].integration;
    const auto& subject = recovery.subject(workload);
    fate.copy = source.copy;
    fate.content = source.content;
    fate.data_loss = failure - source.content;
    const auto moved = takes_over(recovery, workload) ? 0 : source.bytes;
    fate.bytes_read = moved;
    fate.bytes_restored = Bytes::rounded(static_cast<double>(moved) * subject.reduction).count();
    const auto changed = change_size(subject, product, failure - recovery.history.begin,
                                     fate.data_loss, mean_of(subject.change));
    fate.bytes_lost =
        Bytes::rounded(static_cast<double>(changed.logical) * share_lost(recovery.damage, workload))
            .count();
}

// What the points that proved bad would have brought back counts for nothing.
void note_nothing(Recovery& recovery, std::size_t workload) {
    auto& fate = *recovery.by_workload[workload];
    fate.copy.reset();
    fate.data_loss = sim::Duration::zero();
    fate.bytes_lost = fate.bytes_read = fate.bytes_restored = 0;
}

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
        if (!attempt.source) {
            note_nothing(recovery, workload);
            attempt.lost = takes_over(recovery, workload);
            co_return attempt;
        }
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
        auto reading = takes_over(recovery, workload) ? promote(recovery, workload)
                                                      : read_and_scan(recovery, workload, first);
        auto lasting = while_it_lasts(recovery, workload, source, std::move(reading));
        attempt.restored = co_await lasting;
        attempt.lost = !attempt.restored && takes_over(recovery, workload);
    } while (!attempt.restored && !attempt.lost);
    co_return attempt;
}

// The rest of what the workload serves with; out of a point of another instant everything, as its
// parts would not fit together.
sim::Task<void> bring_what_lacks(Recovery& recovery, std::size_t workload, const Candidate& source,
                                 sim::Time serves_with) {
    if (source.content == serves_with) {
        auto following = bring_the_rest(recovery, workload, source);
        co_await following;
        co_return;
    }
    auto fetching = fetch(recovery, workload, source, Stage::rest);
    co_await fetching;
    auto scanning = scan(recovery, workload, source);
    co_await scanning;
}

}  // namespace

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

void give_up_standby(Recovery& recovery, std::size_t workload) {
    recovery.promoted[workload] = none;
    note_nothing(recovery, workload);
}

sim::Task<bool> complete(Recovery& recovery, std::size_t workload,
                         std::optional<Candidate> source) {
    const auto serves_with = source->content;
    while (source) {
        auto following = bring_what_lacks(recovery, workload, *source, serves_with);
        auto lasting = while_it_lasts(recovery, workload, *source, std::move(following));
        const bool done = co_await lasting;
        if (done) co_return true;
        auto taking = take_source(recovery, workload);
        source = co_await taking;
        if (source) note_loss(recovery, workload, *source);
    }
    co_return false;
}

}  // namespace reentry
