#include "models/operation/operation.hpp"

#include <algorithm>

namespace reentry {
namespace {

constexpr sim::Duration stretch = std::chrono::hours{6};

}  // namespace

// Changes travel as they come, an interval behind. They are sent in stretches: those of a stretch
// at the pace at which they come as long as the replica is up to date, as fast as the way allows
// when it is behind; what piled up meanwhile goes as one stretch. A point is the state at the end
// of a stretch; live_content() tells the state in between.
sim::Task<void> replicate(Operation& operation, Lane& lane) {
    auto& world = operation.world;
    const auto length = std::max(stretch, operation.policy(lane).every);
    while (world.sim.now() < operation.history.end) {
        const auto begin = world.sim.now();
        const auto until = std::max(lane.points().back().content + length, begin);
        auto job = *lane.plan(until);
        job.started = begin;
        const auto ahead = sim::to_seconds(until - begin);
        const double cap = ahead > 0 ? static_cast<double>(job.size.stored) / ahead : unlimited;
        if (job.size.stored > 0) {
            auto moving = move_bytes(operation, lane, job, cap);
            co_await moving;
        }
        const auto earliest = std::max(until, world.sim.now());
        co_await world.sim.until(earliest);
        lane.finish(job, world.sim.now(), operation.recorder);
    }
}

}  // namespace reentry
