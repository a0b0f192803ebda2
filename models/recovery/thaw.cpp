#include "models/recovery/thaw.hpp"

#include "models/operation/places.hpp"
#include "models/recovery/fetch.hpp"
#include "models/recovery/lone_restore.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/team.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <exception>

namespace reentry {
namespace {

constexpr sim::Duration never = std::chrono::days{36'500};

// Each request of a workload has a wait of its own.
sim::Stream wait_stream(Recovery& recovery, std::size_t workload) {
    const auto& id = recovery.subject(workload).id;
    const auto round = recovery.thaws[workload]++;
    return recovery.world.key.stream(round == 0 ? fmt::format("thaw/{}", id)
                                                : fmt::format("thaw/{}/{}", id, round));
}

sim::Task<void> thaw_into(Recovery& recovery, std::size_t workload, Candidate batch,
                          Readable& readable) {
    auto thawing = thaw(recovery, workload, batch);
    readable = co_await thawing;
}

// Moves the batch as far as it stays readable; gives the bytes that are left.
sim::Task<double> download_until(Recovery& recovery, std::size_t workload, const Candidate& batch,
                                 Readable readable, Stage what) {
    auto& sim = recovery.world.sim;
    const auto begin = sim.now();
    Passage passage;
    auto shipment = shipment_of(recovery, workload, batch, static_cast<double>(batch.bytes));
    const auto moving = sim.spawn(recovery.world.carry(shipment, &passage), "download");
    const auto until = std::max(begin, readable.until);
    bool in_time = false;
    std::exception_ptr given_up;
    try {
        in_time = co_await moving.by(until);
    } catch (const sim::Interrupted&) {
        given_up = std::current_exception();
    }
    if (!in_time) {
        // Also when nobody wants it any more: it writes into this passage until it ends.
        moving.interrupt("the thawed copies expire");
        co_await moving;
    }
    if (given_up) std::rethrow_exception(given_up);
    note(recovery, workload, {what, begin, {}, {}, {}, passage.spent(begin, passage.end)});
    co_return in_time ? 0 : passage.left;
}

// Downloads one batch that is readable; what expires on the way is asked for again.
sim::Task<void> download(Recovery& recovery, std::size_t workload, Candidate batch,
                         Readable readable, Stage what) {
    for (;;) {
        auto coming = download_until(recovery, workload, batch, readable, what);
        const double left = co_await coming;
        if (left < 1) co_return;
        batch = share_of(batch, left / static_cast<double>(batch.bytes));
        auto again = thaw(recovery, workload, batch);
        readable = co_await again;
    }
}

}  // namespace

sim::Task<Readable> thaw(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& world = recovery.world;
    const auto& place = world.what.places[source.copy];
    const auto& option = *thaw_of(place);
    const auto frozen = [&source](std::int64_t all) {
        return Bytes::rounded(static_cast<double>(all) * source.frozen).count();
    };
    const auto frozen_objects = std::max<std::int64_t>(1, frozen(source.objects));
    const auto frozen_bytes = frozen(source.bytes);
    const auto begin = world.sim.now();
    const auto& quota = world.thaw_quota(source.copy);
    if (quota.requests) {
        const auto objects = static_cast<double>(frozen_objects) * quota.weight;
        co_await quota.requests->take(objects);
    }
    const auto asked = world.sim.now();
    if (quota.bytes) {
        const auto bytes = static_cast<double>(frozen_bytes) * quota.weight;
        co_await quota.bytes->take(bytes);
    }
    const auto allowed = world.sim.now();
    auto random = wait_stream(recovery, workload);
    co_await world.sim.delay(sim::from_seconds(option.wait.sample(random)));
    const auto now = world.sim.now();
    recovery.recorder.thawed(source.copy, workload, frozen_objects, frozen_bytes, begin, now,
                             now + option.kept);
    StageSpan span{Stage::thaw, begin, {}, {}, {}, {}};
    add_spent(span.spent, fmt::format("thaw requests of {}", frozen_in(place)), asked - begin);
    add_spent(span.spent, fmt::format("thaw quota of {}", frozen_in(place)), allowed - asked);
    add_spent(span.spent, fmt::format("thaw wait of {}", frozen_in(place)), now - allowed);
    note(recovery, workload, std::move(span));
    const bool expires = option.kept > sim::Duration::zero();
    co_return Readable{expires ? now + option.kept : recovery.history.end + never};
}

sim::Task<void> bring_thawed(Recovery& recovery, std::size_t workload, const Candidate& source,
                             Stage what) {
    const auto count = thaw_batches(recovery.world, source, workload, recovery.site_of(workload));
    const auto batch = share_of(source, 1.0 / static_cast<double>(count));
    Readable next;
    Team askers;
    auto thawing = recovery.world.sim.spawn(thaw_into(recovery, workload, batch, next), "thaw");
    askers.add(thawing);
    for (std::int64_t i = 0; i < count; ++i) {
        co_await thawing;
        const auto readable = next;
        if (i + 1 < count) {
            thawing = recovery.world.sim.spawn(thaw_into(recovery, workload, batch, next), "thaw");
            askers.add(thawing);
        }
        auto coming = download(recovery, workload, batch, readable, what);
        co_await coming;
    }
}

}  // namespace reentry
