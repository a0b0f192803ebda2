#include "models/recovery/other_backups.hpp"

#include "models/operation/job_limits.hpp"
#include "models/operation/tape_drives.hpp"

#include <algorithm>

namespace reentry {
namespace {

constexpr int behind_restores = 9;  // in the queue for drives

// As much of the job as has not been done by now.
double share_left(const RecoveryPoint& job, sim::Time now) {
    if (job.started >= now) return 1;
    return sim::to_seconds(job.available - now) / sim::to_seconds(job.available - job.started);
}

// A full that the store made of its chain did not travel.
bool was_made_there(const Points& points, Points::const_iterator job) {
    return job != points.begin() && job->content == std::prev(job)->content;
}

std::int64_t tapes_read(const World& world, const History& history, std::size_t copy,
                        std::size_t workload, Points::const_iterator job) {
    const auto from = world.what.from[copy];
    if (from == none || world.what.places[from].kind != Location::Kind::tape) return 1;
    const auto& points = history.points[copy][workload];
    const bool rolls = world.what.strategy->copies[copy].method == Method::forever;
    std::optional<sim::Time> since;
    if (job != points.begin() && (rolls || !job->whole)) since = std::prev(job)->content;
    return tapes_holding(history.points[from][workload], job->content, since);
}

}  // namespace

sim::Task<void> go_on_backing_up(World& world, const History& history, std::size_t copy,
                                 std::size_t workload) {
    if (world.what.strategy->copies[copy].method == Method::snapshot) co_return;
    const auto& points = history.points[copy][workload];
    const auto now = world.sim.now();
    const auto from = world.what.from[copy];
    auto next =
        std::upper_bound(points.begin(), points.end(), now,
                         [](sim::Time t, const RecoveryPoint& p) { return t < p.available; });
    for (; next != points.end(); ++next) {
        if (was_made_there(points, next)) continue;
        // A first full that goes by courier is on no line; the next jobs wait for it.
        if (next == points.begin() && world.what.places[copy].device) {
            co_await world.sim.until(next->available);
            continue;
        }
        const auto begin = std::max(world.sim.now(), next->started);
        co_await world.sim.until(begin);
        const double left = share_left(*next, now);
        const Shipment shipment{from == none ? world.source_of(workload) : world.reading(from),
                                world.uploading(copy), left * static_cast<double>(next->bytes),
                                backup_limits(world.what, copy, workload), Purpose::backup};
        const BackupCarriage job{copy, tapes_read(world, history, copy, workload, next),
                                 behind_restores, left < 1};
        auto moving = carry_backup(world, job, shipment);
        co_await moving;
    }
}

}  // namespace reentry
