#include "models/files/sampled.hpp"
#include "models/operation/job_limits.hpp"
#include "models/operation/operation.hpp"
#include "models/operation/tape_drives.hpp"

#include <algorithm>
#include <utility>

namespace reentry {
namespace {

using std::chrono::days;

// The time of the trip that takes what a day has written; every strategy meets the same.
sim::Duration trip_time(const RandomKey& key, const Store& vault, std::uint64_t day) {
    if (vault.courier.is_certain()) return vault.courier.certain();
    const auto trips = key.stream("courier/" + vault.id);
    return sim::from_seconds(distribution_of(vault.courier).sample_at(trips, day));
}

// The courier takes the tapes that a day has written at its end, on one trip for all. Like what was
// uploaded from a gateway, a point outlives the site at which it was written from then on.
void ship(Operation& operation, Lane& lane) {
    const auto vault = operation.place(lane).vault;
    if (vault == none) return;
    auto& world = operation.world;
    const auto now = world.sim.now();
    const sim::Time today{std::chrono::floor<days>(now.time_since_epoch())};
    const auto number = static_cast<std::uint64_t>(today.time_since_epoch() / days{1});
    lane.points().back().uploaded =
        today + days{1} + trip_time(world.key, world.what.scenario->stores[vault], number);
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

// The store reads its chain and writes it as a full; a provider does so without being seen.
sim::Task<void> synthesise(Operation& operation, Lane& lane, const PlannedJob& increment) {
    auto& world = operation.world;
    const auto full = lane.synthetic_full(increment);
    const auto store = world.writing(lane.copy), chain = world.reading(lane.copy);
    if (operation.place(lane).role.empty()) {
        sim::Path both;
        if (chain.device) both.push_back({*chain.device});
        if (store.device) both.push_back({*store.device});
        auto making = world.flows.transfer(std::move(both), static_cast<double>(full.size.stored));
        co_await making;
    }
    lane.finish(full, world.sim.now(), operation.recorder);
}

sim::Task<void> write(Operation& operation, const Lane& lane, const PlannedJob& job) {
    if (operation.policy(lane).method == Method::snapshot) co_return;
    auto moving = move_bytes(operation, lane, job, unlimited);
    co_await moving;
}

// What of the copy that it reads from a job needs.
std::int64_t tapes_read(const Operation& operation, const Lane& lane, const PlannedJob& job) {
    const auto& what = operation.world.what;
    const auto from = what.from[lane.copy];
    if (from == none || what.places[from].kind != Location::Kind::tape) return 1;
    const auto& points = operation.history.points[lane.copy][lane.workload];
    std::optional<sim::Time> since;
    if (!job.full) since = points[static_cast<std::size_t>(job.base)].content;
    return tapes_holding(operation.history.points[from][lane.workload], job.content, since);
}

}  // namespace

sim::Task<void> move_bytes(Operation& operation, const Lane& lane, const PlannedJob& job,
                           double cap) {
    auto& world = operation.world;
    const auto from = world.what.from[lane.copy];
    Shipment shipment{from == none ? world.source_of(lane.workload) : world.reading(from),
                      world.writing(lane.copy), static_cast<double>(job.size.stored),
                      backup_limits(world.what, lane.copy, lane.workload), Purpose::backup};
    shipment.limits.device = std::min(shipment.limits.device, cap);
    const BackupCarriage carriage{lane.copy, tapes_read(operation, lane, job)};
    auto transfer = carry_backup(world, carriage, shipment);
    co_await transfer;
    if (from != none)
        operation.recorder.copied(from, lane.copy, lane.workload, job.size.objects, job.size.stored,
                                  world.sim.now());
}

sim::Task<void> back_up(Operation& operation, Lane& lane, PlannedJob job) {
    auto& world = operation.world;
    const auto& place = operation.place(lane);
    ++operation.history.jobs[lane.copy].started;
    co_await world.sim.delay(operation.policy(lane).hold);
    job.started = world.sim.now();
    std::vector<sim::Process> uploads;
    auto writing = place.gateway ? write_virtual_tape(operation, lane, job, uploads)
                                 : write(operation, lane, job);
    co_await writing;
    lane.finish(job, world.sim.now(), operation.recorder);
    if (place.gateway) put_on_tapes(operation, lane, std::move(uploads));
    if (job.synthesise) {
        auto making = synthesise(operation, lane, job);
        co_await making;
    }
    ship(operation, lane);
    if (place.integration.needs_appliance)
        operation.recorder.appliance(lane.copy, lane.workload, job.started, world.sim.now());
    count(operation, lane, world.sim.now() - job.started);
}

}  // namespace reentry
