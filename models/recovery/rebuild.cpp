#include "models/recovery/rebuild.hpp"

#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <cmath>

namespace reentry {

bool is_copied(const Case& what, std::size_t workload) {
    return std::any_of(what.covers.begin(), what.covers.end(), [workload](const auto& covered) {
        return std::binary_search(covered.begin(), covered.end(), workload);
    });
}

bool is_rebuilt(const Recovery& recovery, std::size_t workload) {
    return recovery.stages(workload).rebuild_units > 0 &&
           (recovery.subject(workload).kind == Kind::infrastructure_as_code ||
            !is_copied(recovery.what(), workload));
}

sim::Task<void> rebuild(Recovery& recovery, std::size_t workload, sim::Duration each) {
    if (!is_rebuilt(recovery, workload)) co_return;
    const auto& stages = recovery.stages(workload);
    auto random = recovery.world.key.stream("rebuild/" + recovery.subject(workload).id);
    const auto lost = static_cast<std::int64_t>(std::ceil(
        static_cast<double>(stages.rebuild_units) * share_lost(recovery.damage, workload)));
    const auto rounds = (lost + stages.rebuild_slots - 1) / stages.rebuild_slots;
    auto imaging = stage(recovery, workload, Stage::image, sample(stages.image, random));
    co_await imaging;
    auto building = stage(recovery, workload, Stage::rebuild, each * rounds);
    co_await building;
    auto configuring =
        stage(recovery, workload, Stage::configure, sample(stages.configure, random) * rounds);
    co_await configuring;
}

}  // namespace reentry
