#include "models/recovery/stages.hpp"

namespace reentry {

void note(Recovery& recovery, std::size_t workload, StageSpan span) {
    span.end = recovery.world.sim.now();
    if (span.end > span.begin) recovery.by_workload[workload]->spans.push_back(std::move(span));
}

void note_wait(Recovery& recovery, std::size_t workload, Stage stage, sim::Time begin,
               const std::string& queue) {
    const auto now = recovery.world.sim.now();
    note(recovery, workload, {stage, begin, now, queue, {}, {{queue, now - begin}}});
}

sim::Task<void> stage(Recovery& recovery, std::size_t workload, Stage which, sim::Duration length) {
    const auto begin = recovery.world.sim.now();
    co_await recovery.world.sim.delay(length);
    note(recovery, workload, {which, begin, {}, {}, {}, {}});
}

}  // namespace reentry
