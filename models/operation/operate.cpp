#include "models/operation/operate.hpp"

#include "models/operation/backup_job.hpp"
#include "models/operation/job_limits.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

namespace reentry {
namespace {

using std::chrono::days;

// Everything that the jobs of one history share.
struct Operation {
    World& world;
    History& history;
    Recorder& recorder;
    std::vector<std::vector<std::unique_ptr<Lane>>>
        lanes;                                     // [copy][workload]; null where not covered
    std::map<std::size_t, sim::Time> last_trip{};  // by vault: the day of the courier's last trip

    sim::FramePool* frame_pool() const { return world.frame_pool(); }
    const Copy& policy(const Lane& lane) const { return world.what.strategy->copies[lane.copy]; }
};

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
    if (!origin) return std::nullopt;  // what it reads from does not cover the workload
    return origin->newest(now);
}

sim::Task<void> move_bytes(Operation& operation, const Lane& lane, const PlannedJob& job) {
    auto& world = operation.world;
    const auto from = world.what.from[lane.copy];
    Shipment shipment{from == none ? world.source_of(lane.workload) : world.reading(from),
                      world.writing(lane.copy), static_cast<double>(job.size.stored),
                      backup_limits(world.what, lane.copy, lane.workload), Purpose::backup};
    auto transfer = world.carry(shipment);
    co_await transfer;
    if (from != none)
        operation.recorder.downloaded(from, lane.workload, job.size.objects, job.size.stored,
                                      world.sim.now());
}

// To tape: a drive, its mount, the stream, and the way to the vault if there is one.
sim::Task<void> write_tape(Operation& operation, const Lane& lane, const PlannedJob& job) {
    auto& world = operation.world;
    const auto& place = world.what.places[lane.copy];
    {
        const auto drive = co_await world.drives(place.store).acquire(1, 5);
        const auto mount = place.library.mount + place.library.locate;
        co_await world.sim.delay(mount);
        auto moving = move_bytes(operation, lane, job);
        co_await moving;
        co_await world.sim.delay(place.library.unload);
    }
}

// The courier takes the tapes that were written, once a day.
void ship(Operation& operation, const Lane& lane) {
    const auto vault = operation.world.what.places[lane.copy].vault;
    if (vault == none) return;
    const auto now = operation.world.sim.now();
    const sim::Time today{std::chrono::floor<days>(now.time_since_epoch())};
    const auto [trip, is_first] = operation.last_trip.try_emplace(vault, today);
    if (!is_first && std::exchange(trip->second, today) == today) return;
    operation.recorder.shipped(lane.copy, lane.workload, now);
}

void count(Operation& operation, const Lane& lane, sim::Duration took) {
    auto& counts = operation.history.jobs[lane.copy];
    const auto window = operation.policy(lane).window;
    ++counts.finished;
    counts.longest = std::max(counts.longest, took);
    if (window > sim::Duration::zero() && took > window) ++counts.missed_window;
}

// The job that is due now, start to end.
sim::Task<void> back_up(Operation& operation, Lane& lane, PlannedJob job) {
    auto& world = operation.world;
    ++operation.history.jobs[lane.copy].started;
    co_await world.sim.delay(operation.policy(lane).hold);
    job.started = world.sim.now();
    const bool tape = world.what.places[lane.copy].kind == Location::Kind::tape;
    auto moving = tape ? write_tape(operation, lane, job) : move_bytes(operation, lane, job);
    co_await moving;
    lane.finish(job, world.sim.now(), operation.recorder);
    ship(operation, lane);
    count(operation, lane, world.sim.now() - job.started);
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

sim::Task<void> protect(Operation& operation, Lane& lane) {
    auto due = first_due(operation.world.what, lane, operation.history.begin);
    while (due < operation.history.end) {
        const auto start = std::max(due, operation.world.sim.now());
        co_await operation.world.sim.until(start);
        const auto content = content_now(operation, lane);
        if (auto job = content ? lane.plan(*content) : std::nullopt) {
            auto running = back_up(operation, lane, *job);
            co_await running;
        }
        due = next_due(operation, lane, due);
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

// When each copy first had a point of everything it covers; max() if that never came.
sim::Time seeded(const History& history, const std::vector<std::size_t>& covers, std::size_t copy) {
    sim::Time last = history.begin;
    for (const auto w : covers) {
        const auto& points = history.points[copy][w];
        last = std::max(last, points.empty() ? sim::Time::max() : points.front().available);
    }
    return last;
}

void run_until(World& world, sim::Time end, const Onlooker& onlooker) {
    if (!onlooker) return world.sim.run_until(end);
    onlooker(world);
    bool over = false;
    world.sim.at(end, [&over] { over = true; });
    while (!over && world.sim.step()) onlooker(world);
    world.sim.run_until(end);  // what else is due at the last instant
    onlooker(world);
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
    Operation operation{world, history, recorder, {}};
    make_lanes(operation, key);
    for (auto& row : operation.lanes)
        for (auto& lane : row)
            if (lane) world.sim.spawn(protect(operation, *lane), "backup");
    world.start_outages();
    run_until(world, history.end, onlooker);

    for (auto& row : operation.lanes)
        for (auto& lane : row)
            if (lane) lane->close(recorder);
    recorder.standing(history.begin, history.end);
    for (std::size_t c = 0; c < what.places.size(); ++c)
        history.seeded.push_back(seeded(history, what.covers[c], c));
    history.outages = world.outages();
    history.events = world.sim.events_processed();
    world.sim.destroy_processes();
    return history;
}

}  // namespace reentry
