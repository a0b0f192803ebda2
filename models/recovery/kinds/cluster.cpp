#include "models/recovery/fetch.hpp"
#include "models/recovery/kinds/kinds.hpp"
#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::kinds {
namespace {

// What is lost of a cluster that was hit.
double share_of_cluster(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double clusters = share_lost(recovery.damage, workload) *
                            static_cast<double>(recovery.subject(workload).count);
    return clusters / static_cast<double>(source.members);
}

// The clusters of one entry go side by side, each through its own API server.
sim::Task<void> create_objects(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& stages = recovery.stages(workload);
    const double objects =
        static_cast<double>(stages.api_objects) * share_of_cluster(recovery, workload, source);
    if (stages.api_objects_per_second <= 0) co_return;
    auto creating = stage(recovery, workload, Stage::api_objects,
                          sim::from_seconds(objects / stages.api_objects_per_second));
    co_await creating;
}

sim::Task<void> provision_volumes(Recovery& recovery, std::size_t workload,
                                  const Candidate& source) {
    const auto& stages = recovery.stages(workload);
    const auto volumes = static_cast<std::int64_t>(std::ceil(
        static_cast<double>(stages.volumes) * share_of_cluster(recovery, workload, source)));
    const auto at_once = stages.volumes_at_once > 0 ? stages.volumes_at_once : volumes;
    if (volumes == 0) co_return;
    auto random = recovery.world.key.stream("provision/" + recovery.subject(workload).id);
    const auto each = sample(stages.provision, random);
    const auto rounds = (volumes + at_once - 1) / at_once;
    auto provisioning = stage(recovery, workload, Stage::volumes, each * rounds);
    co_await provisioning;
}

// The part of the point that is etcd's, of the clusters that were hit.
double etcd_share(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& subject = recovery.subject(workload);
    const double etcd = recovery.stages(workload).etcd.to_double() *
                        static_cast<double>(source.members) / subject.reduction;
    return std::min(1.0, etcd / std::max(1.0, static_cast<double>(source.bytes)));
}

}  // namespace

sim::Task<void> cluster(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const bool thawed = comes_as_one(recovery, source);
    const double etcd = thawed ? 0 : etcd_share(recovery, workload, source);
    if (etcd > 0) {
        auto restoring = fetch(recovery, workload, share_of(source, etcd), Stage::etcd);
        co_await restoring;
    }
    auto creating = create_objects(recovery, workload, source);
    co_await creating;
    auto provisioning = provision_volumes(recovery, workload, source);
    co_await provisioning;
    if (etcd >= 1) co_return;
    auto moving = fetch(recovery, workload, share_of(source, 1 - etcd));
    co_await moving;
}

}  // namespace reentry::kinds
