#include "models/recovery/scan.hpp"

#include "models/recovery/stages.hpp"

namespace reentry {

sim::Task<void> scan(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double speed = recovery.stages(workload).scan.bytes_per_second();
    if (!is_infected(recovery.damage) || speed <= 0) co_return;
    const double bytes = static_cast<double>(source.bytes) * recovery.subject(workload).reduction;
    auto scanning = stage(recovery, workload, Stage::scan, sim::from_seconds(bytes / speed));
    co_await scanning;
}

}  // namespace reentry
