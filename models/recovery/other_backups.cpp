#include "models/recovery/other_backups.hpp"

#include "models/operation/job_limits.hpp"

#include <algorithm>

namespace reentry {

sim::Task<void> go_on_backing_up(World& world, const Points& points, std::size_t copy,
                                 std::size_t workload) {
    const auto now = world.sim.now();
    auto next =
        std::upper_bound(points.begin(), points.end(), now,
                         [](sim::Time t, const RecoveryPoint& p) { return t < p.available; });
    const auto from = world.what.from[copy];
    if (world.what.strategy->copies[copy].method == Method::snapshot) co_return;
    for (; next != points.end(); ++next) {
        // A full that the store made of its chain did not travel.
        if (next != points.begin() && next->content == std::prev(next)->content) continue;
        const auto begin = std::max(world.sim.now(), next->started);
        co_await world.sim.until(begin);
        double left = 1;
        if (next->started < now)
            left = sim::to_seconds(next->available - now) /
                   sim::to_seconds(next->available - next->started);
        Shipment shipment{from == none ? world.source_of(workload) : world.reading(from),
                          world.uploading(copy), left * static_cast<double>(next->bytes),
                          backup_limits(world.what, copy, workload), Purpose::backup};
        if (world.what.places[copy].kind == Location::Kind::tape) {
            const auto drive = co_await world.drives(world.what.places[copy].store).acquire(1, 9);
            auto moving = world.carry(shipment);
            co_await moving;
        } else {
            auto moving = world.carry(shipment);
            co_await moving;
        }
    }
}

}  // namespace reentry
