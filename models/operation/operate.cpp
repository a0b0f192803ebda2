#include "models/operation/operate.hpp"

#include "models/operation/operation.hpp"

#include <algorithm>

namespace reentry {
namespace {

// The first job of a lane: the copy's time of day, and the workload's place in the spread.
sim::Time first_due(const Case& what, const Lane& lane, sim::Time begin) {
    const auto& policy = what.strategy->copies[lane.copy];
    const auto& covered = what.covers[lane.copy];
    const auto place = std::find(covered.begin(), covered.end(), lane.workload) - covered.begin();
    const auto step = policy.spread / static_cast<std::int64_t>(covered.size());
    return begin + policy.at + step * place;
}

// What there is to copy now: the live data, or the newest point of the copy that this one reads
// from.
std::optional<sim::Time> content_now(const Operation& operation, const Lane& lane) {
    const auto from = operation.world.what.from[lane.copy];
    const auto now = operation.world.sim.now();
    if (from == none) return now;
    const auto* origin = operation.lanes[from][lane.workload].get();
    if (!origin) return std::nullopt;
    return origin->newest(now, operation.place(lane).integration.takes_gfs_only);
}

// The instant in the lane's rhythm at which the next job is due: after now, or with `queue` the
// last one that was missed. What is dropped is counted as skipped.
sim::Time next_due(Operation& operation, const Lane& lane, sim::Time due) {
    const auto& policy = operation.policy(lane);
    const auto now = operation.world.sim.now();
    auto next = due + policy.every;
    if (next >= now) return next;
    const auto missed = (now - next) / policy.every + 1;
    const bool queue = policy.overrun == Overrun::queue;
    operation.history.jobs[lane.copy].skipped +=
        static_cast<std::size_t>(queue ? missed - 1 : missed);
    return next + policy.every * (queue ? missed - 1 : missed);
}

// A first full goes by courier where the copy says so; a replica follows for ever after it.
sim::Task<void> protect(Operation& operation, Lane& lane) {
    const bool replica = operation.policy(lane).method == Method::replication;
    auto* const devices = operation.seedings[lane.copy].get();
    auto due = first_due(operation.world.what, lane, operation.history.begin);
    while (due < operation.history.end) {
        const auto start = std::max(due, operation.world.sim.now());
        co_await operation.world.sim.until(start);
        const bool by_courier = devices && lane.is_empty();
        if (by_courier) co_await devices->here;
        const auto content = content_now(operation, lane);
        if (auto job = content ? lane.plan(*content) : std::nullopt) {
            auto running =
                by_courier ? seed(operation, lane, *job) : back_up(operation, lane, *job);
            co_await running;
            if (replica) break;
        }
        // What would have been due while the devices travelled was never meant to run.
        while (by_courier && due + operation.policy(lane).every < operation.world.sim.now())
            due += operation.policy(lane).every;
        due = next_due(operation, lane, due);
    }
    if (replica && !lane.is_empty()) {
        auto following = replicate(operation, lane);
        co_await following;
    }
}

void make_lanes(Operation& operation, const RandomKey& key) {
    const auto& what = operation.world.what;
    const auto workloads = what.scenario->workloads.size();
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        operation.history.points.emplace_back(workloads);
        auto& row = operation.lanes.emplace_back(workloads);
        for (const auto w : what.covers[c])
            row[w] = std::make_unique<Lane>(what, c, w, operation.history, key);
    }
}

void make_gateways(Operation& operation) {
    const auto& what = operation.world.what;
    operation.history.tapes.resize(what.places.size());
    operation.shelves.resize(what.places.size());
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& gateway = what.places[c].gateway;
        if (!gateway) continue;
        const auto& store = what.scenario->stores[gateway->store];
        operation.shelves[c].emplace(operation.history.tapes[c], store.tape.count(),
                                     store.eject_after);
        operation.caches.try_emplace(gateway->store,
                                     GatewayCache(store.cache.count() * store.gateways));
    }
}

// What is known only at the end: until when everything lay where it lay.
void close(Operation& operation) {
    auto& history = operation.history;
    for (auto& row : operation.lanes)
        for (auto& lane : row)
            if (lane) lane->close(operation.recorder);
    for (std::size_t c = 0; c < operation.shelves.size(); ++c)
        if (operation.shelves[c])
            operation.shelves[c]->close(history.points[c], c, history.end, operation.recorder);
    for (const auto& [store, cache] : operation.caches) cache.close(history.points);
}

// When each copy first had a point of everything it covers; max() if that never came.
sim::Time seeded(const History& history, const std::vector<std::size_t>& covers, std::size_t copy) {
    sim::Time last = history.begin;
    for (const auto w : covers) {
        const auto& points = history.points[copy][w];
        last = std::max(last, points.empty() ? sim::Time::max() : points.front().available);
    }
    return last;
}

void show_until(World& world, sim::Time end, const Onlooker& onlooker) {
    onlooker(world);
    bool over = false;
    world.sim.at(end, [&over] { over = true; });
    while (!over && world.sim.step()) onlooker(world);
    world.sim.run_until(end);  // what else is due at the last instant
    onlooker(world);
}

// Who looks on may give up; processes reach into what dies before their world.
void run_until(World& world, sim::Time end, const Onlooker& onlooker) {
    if (!onlooker) return world.sim.run_until(end);
    try {
        show_until(world, end, onlooker);
    } catch (...) {
        world.sim.destroy_processes();
        throw;
    }
}

}  // namespace

History operate(const Case& what, std::uint64_t seed, std::uint64_t replication,
                const Onlooker& onlooker) {
    History history;
    const auto& scenario = *what.scenario;
    history.begin = history.ledger.begin = scenario.start;
    history.end = history.ledger.end = scenario.start + scenario.horizon;
    history.jobs.resize(what.places.size());
    history.points.reserve(what.places.size());

    const RandomKey key{seed, replication, sim::Purpose("operation")};
    World world(what, history.begin, key);
    Recorder recorder(what, history.ledger, State::running);
    Operation operation{world, history, recorder};
    make_lanes(operation, key);
    make_gateways(operation);
    order_devices(operation);
    for (auto& row : operation.lanes)
        for (auto& lane : row)
            if (lane) world.sim.spawn(protect(operation, *lane), "backup");
    world.start_outages();
    run_until(world, history.end, onlooker);

    close(operation);
    recorder.standing(history.begin, history.end);
    for (std::size_t c = 0; c < what.places.size(); ++c)
        history.seeded.push_back(seeded(history, what.covers[c], c));
    history.outages = world.outages();
    const std::size_t of_the_onlooker = onlooker ? 1 : 0;
    history.events = world.sim.events_processed() - of_the_onlooker;
    world.sim.destroy_processes();
    return history;
}

}  // namespace reentry
