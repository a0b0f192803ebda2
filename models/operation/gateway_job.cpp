#include "models/operation/job_limits.hpp"
#include "models/operation/operation.hpp"
#include "sim/combine.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reentry {
namespace {

constexpr double gigabyte = 1e9;

// One piece from the upload buffer to the provider. Its room in the buffer is free again at the
// end.
sim::Task<void> upload(Operation& operation, std::size_t copy, double bytes, sim::Lease room) {
    auto& world = operation.world;
    const auto store = world.what.places[copy].gateway->store;
    const auto uplink = co_await world.gateway(store).uplinks.acquire();
    auto from = world.writing(copy);
    from.device.reset();  // the buffer is read beside the cache
    Shipment shipment{from, world.uploading(copy), bytes, upload_limits(world.what, copy),
                      Purpose::backup};
    auto transfer = world.carry(shipment);
    co_await transfer;
    room.release();
}

sim::Task<void> note_upload(Operation& operation, std::size_t copy, std::size_t workload,
                            std::size_t index, std::vector<sim::Process> uploads) {
    auto all = sim::all_of(operation.world.sim, std::move(uploads));
    co_await all;
    auto& point = operation.history.points[copy][workload][index];
    operation.shelves[copy]->uploaded(point, operation.world.sim.now());
}

}  // namespace

// In pieces of a quarter of the buffer, so that a job that is larger than the buffer goes on at the
// pace of the upload.
sim::Task<void> write_virtual_tape(Operation& operation, Lane& lane, const PlannedJob& job,
                                   std::vector<sim::Process>& uploads) {
    auto& world = operation.world;
    const auto store = operation.place(lane).gateway->store;
    auto& buffer = world.gateway(store).buffer;
    const auto drive = co_await world.drives(store).acquire(1, 5);
    auto left = static_cast<double>(job.size.stored);
    while (left > 0) {
        const int most = std::max(1, buffer.capacity() / 4);
        const int room = std::clamp(static_cast<int>(std::ceil(left / gigabyte)), 1, most);
        auto taken = co_await buffer.acquire(room);
        PlannedJob piece = job;
        const double bytes = std::min(left, room * gigabyte);
        piece.size.stored = static_cast<std::int64_t>(bytes);
        piece.size.objects = 1;
        auto moving = move_bytes(operation, lane, piece, unlimited);
        co_await moving;
        uploads.push_back(
            world.sim.spawn(upload(operation, lane.copy, bytes, std::move(taken)), "upload"));
        left -= bytes;
    }
}

void put_on_tapes(Operation& operation, Lane& lane, std::vector<sim::Process> uploads) {
    const auto now = operation.world.sim.now();
    const auto index = lane.points().size() - 1;
    auto& point = lane.points()[index];
    operation.shelves[lane.copy]->append(lane.workload, index, point, now);
    operation.caches.at(operation.place(lane).gateway->store)
        .wrote(lane.copy, lane.workload, index, point.bytes, now);
    operation.world.sim.spawn(
        note_upload(operation, lane.copy, lane.workload, index, std::move(uploads)), "upload");
}

}  // namespace reentry
