#include "models/operation/operation.hpp"
#include "models/scenario/draw.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

// As many devices as the first fulls fill, all of them at once: order, load, courier, ingest.
sim::Task<void> send_devices(Operation& operation, std::size_t copy) {
    auto& world = operation.world;
    auto& seeding = *operation.seedings[copy];
    const auto& way = *world.what.strategy->copies[copy].seed;
    auto random = world.key.stream(fmt::format("seed/{}", world.what.strategy->copies[copy].id));
    co_await world.sim.delay(sample(way.order, random));
    const auto here = world.sim.now();
    seeding.here.trigger();
    co_await seeding.loaded;
    co_await world.sim.delay(sample(way.courier, random));
    if (way.ingest > Rate{0}) {
        const double seconds = static_cast<double>(seeding.bytes) / way.ingest.bytes_per_second();
        co_await world.sim.delay(sim::from_seconds(seconds));
    }
    operation.recorder.devices(copy, seeding.pieces, here, world.sim.now());
    seeding.arrived.trigger();
}

std::int64_t first_fulls(const World& world, std::size_t copy) {
    std::int64_t bytes = 0;
    for (const auto w : world.what.covers[copy])
        bytes += full_size(world.what.scenario->workloads[w], world.what.places[copy].integration,
                           sim::Duration::zero())
                     .stored;
    return bytes;
}

}  // namespace

void order_devices(Operation& operation) {
    auto& world = operation.world;
    for (std::size_t c = 0; c < world.what.places.size(); ++c) {
        auto& seeding = operation.seedings.emplace_back();
        const auto& device = world.what.places[c].device;
        if (!device) continue;
        const auto& way = *world.what.strategy->copies[c].seed;
        seeding = std::make_unique<Seeding>(world.sim);
        seeding->bytes = first_fulls(world, c);
        const auto capacity = device->capacity > 0 ? device->capacity : seeding->bytes;
        seeding->pieces = std::max<std::int64_t>(1, (seeding->bytes + capacity - 1) / capacity);
        const double each = way.load > Rate{0} ? way.load.bytes_per_second() : device->load;
        seeding->load = world.flows.add_capacity(
            std::min(each, 1e12) * static_cast<double>(seeding->pieces), "devices");
        seeding->waiting = world.what.covers[c].size();
        world.sim.spawn(send_devices(operation, c), "devices");
    }
}

sim::Task<void> seed(Operation& operation, Lane& lane, PlannedJob job) {
    auto& world = operation.world;
    auto& seeding = *operation.seedings[lane.copy];
    job.started = world.sim.now();
    const auto from = world.what.from[lane.copy];
    Shipment loading{from == none ? world.source_of(lane.workload) : world.reading(from),
                     {},
                     static_cast<double>(job.size.stored),
                     {},
                     Purpose::backup};
    loading.to = {loading.from.node, seeding.load};
    auto transfer = world.carry(loading);
    co_await transfer;
    if (--seeding.waiting == 0) seeding.loaded.trigger();
    co_await seeding.arrived;
    lane.finish(job, world.sim.now(), operation.recorder);
}

}  // namespace reentry
