#include "models/recovery/virtual_tape.hpp"

#include "models/operation/job_limits.hpp"
#include "models/recovery/fetch.hpp"
#include "models/recovery/stages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace reentry {
namespace {

// What a candidate needs: of its bytes the share that the cache holds, and tapes for the others.
struct Needed {
    double cached = 1;
    std::set<std::size_t> tapes;
};

Needed needed(const Case& what, const History& history, const Damage& damage,
              const Candidate& source, std::size_t workload) {
    const auto& points = history.points[source.copy][workload];
    const bool cache = !gateway_lost(what, source.copy, damage);
    Needed need;
    double held = 0, all = 0;
    for (const auto part : source.parts) {
        const auto& point = points[part];
        all += static_cast<double>(point.read_bytes);
        if (cache && damage.failure < point.cached_until) {
            held += static_cast<double>(point.read_bytes);
            continue;
        }
        for (auto tape = point.first_tape; tape <= point.last_tape; ++tape)
            need.tapes.insert(static_cast<std::size_t>(tape));
    }
    if (all > 0) need.cached = held / all;
    return need;
}

bool is_ejected(const History& history, std::size_t copy, std::size_t tape, sim::Time now) {
    return history.tapes[copy][tape].ejected <= now;
}

// Whole tapes come back, each once for all who need it.
sim::Task<void> recall(Recovery& recovery, std::size_t workload, std::size_t copy,
                       std::set<std::size_t> tapes) {
    auto& world = recovery.world;
    const auto begin = world.sim.now();
    auto random = world.key.stream(fmt::format("recall/{}", recovery.subject(workload).id));
    const auto wait = sim::from_seconds(world.what.places[copy].gateway->recall.sample(random));
    auto all_here = begin;
    for (const auto tape : tapes) {
        if (!is_ejected(recovery.history, copy, tape, recovery.damage.failure)) continue;
        const auto [at, is_first] =
            recovery.recalled.try_emplace(std::pair(copy, tape), begin + wait);
        if (is_first)
            recovery.recorder.recalled(copy, workload, recovery.history.tapes[copy][tape].bytes,
                                       begin);
        all_here = std::max(all_here, at->second);
    }
    co_await world.sim.until(all_here);
    note_wait(recovery, workload, Stage::thaw, begin, "virtual tapes");
}

// A gateway that was lost is set up again where the workload comes back, with nothing in its cache.
sim::Task<void> read(Recovery& recovery, std::size_t workload, const Candidate& source, bool cached,
                     double bytes, Stage what) {
    if (bytes <= 0) co_return;
    auto& world = recovery.world;
    auto shipment = shipment_of(recovery, workload, source, bytes);
    if (cached) {
        shipment.from = world.cached(source.copy);
        shipment.limits = limits_between_stores(world.what, source.members);
    }
    auto moving = move_bytes(recovery, workload, shipment, what);
    co_await moving;
    if (!cached)
        recovery.recorder.downloaded(source.copy, workload, 0, static_cast<std::int64_t>(bytes),
                                     world.sim.now());
}

}  // namespace

bool gateway_lost(const Case& what, std::size_t copy, const Damage& damage) {
    const auto store = what.places[copy].gateway->store;
    return site_lost(damage, what.scenario->stores[store].site);
}

bool outlives_gateway(const Case& what, std::size_t copy, const Points& points, std::size_t point,
                      const Damage& damage) {
    if (!what.places[copy].gateway || !gateway_lost(what, copy, damage)) return true;
    const auto chain = chain_of(points, point);
    return std::all_of(chain.begin(), chain.end(),
                       [&](std::size_t part) { return points[part].uploaded <= damage.failure; });
}

sim::Duration mean_recall(const Case& what, const History& history, const Damage& damage,
                          const Candidate& source, std::size_t workload) {
    if (!what.places[source.copy].gateway) return sim::Duration::zero();
    const auto need = needed(what, history, damage, source, workload);
    const bool any = std::any_of(need.tapes.begin(), need.tapes.end(), [&](std::size_t tape) {
        return is_ejected(history, source.copy, tape, damage.failure);
    });
    return any ? sim::from_seconds(what.places[source.copy].gateway->recall.mean())
               : sim::Duration::zero();
}

sim::Task<void> fetch_from_gateway(Recovery& recovery, std::size_t workload,
                                   const Candidate& source, Stage what) {
    auto& world = recovery.world;
    const auto need = needed(world.what, recovery.history, recovery.damage, source, workload);
    const auto store = world.what.places[source.copy].gateway->store;
    auto recalling = recall(recovery, workload, source.copy, need.tapes);
    co_await recalling;
    const auto queued = world.sim.now();
    const auto drive = co_await world.drives(store).acquire(1, world.what.urgency[workload]);
    note_wait(recovery, workload, Stage::mount, queued, "virtual drives");
    const auto bytes = static_cast<double>(source.bytes);
    auto near = read(recovery, workload, source, true, bytes * need.cached, what);
    co_await near;
    auto far = read(recovery, workload, source, false, bytes * (1 - need.cached), what);
    co_await far;
}

}  // namespace reentry
