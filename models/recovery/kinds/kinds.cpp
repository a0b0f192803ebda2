#include "models/recovery/kinds/kinds.hpp"

#include "models/recovery/fetch.hpp"
#include "models/recovery/kinds/logs.hpp"
#include "models/recovery/scan.hpp"
#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

namespace reentry {
namespace {

sim::Duration drawn(Recovery& recovery, std::size_t workload, const char* what,
                    const Uncertain<sim::Duration>& value) {
    auto random =
        recovery.world.key.stream(std::string(what) + "/" + recovery.subject(workload).id);
    return sample(value, random);
}

// Images come so many side by side and boot as they come; the last ones boot when all are there.
sim::Task<void> machines(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto fetching = kinds::fetch_and_replay(recovery, workload, source);
    co_await fetching;
    const auto length = drawn(recovery, workload, "boot", recovery.stages(workload).boot);
    auto booting = stage(recovery, workload, Stage::boot, length);
    co_await booting;
}

// Segments, then what consumers have read of them.
sim::Task<void> stream(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto fetching = kinds::fetch_and_replay(recovery, workload, source);
    co_await fetching;
    const auto length = drawn(recovery, workload, "offsets", recovery.stages(workload).offsets);
    auto restoring = stage(recovery, workload, Stage::offsets, length);
    co_await restoring;
}

// The layers of a registry are of use when its database knows them; tables and artefacts can be
// written when their catalogue is there.
sim::Task<void> indexed(Recovery& recovery, std::size_t workload, const Candidate& source,
                        bool index_first) {
    const auto length = drawn(recovery, workload, "index", recovery.stages(workload).index);
    if (index_first) {
        auto indexing = stage(recovery, workload, Stage::index, length);
        co_await indexing;
    }
    auto fetching = kinds::fetch_and_replay(recovery, workload, source);
    co_await fetching;
    if (index_first) co_return;
    auto indexing = stage(recovery, workload, Stage::index, length);
    co_await indexing;
}

// Directories and name servers copy themselves from the first one that is back.
bool has_replicas(const Workload& subject, const Candidate& source) {
    return subject.kind == Kind::identity && subject.minimum_share == 1 && source.members > 1;
}

double first_share(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& subject = recovery.subject(workload);
    return has_replicas(subject, source) ? 1.0 / static_cast<double>(source.members)
                                         : subject.minimum_share;
}

}  // namespace

sim::Task<void> restore_by_kind(Recovery& recovery, std::size_t workload, const Candidate& source) {
    switch (recovery.subject(workload).kind) {
        case Kind::kubernetes:
            return kinds::cluster(recovery, workload, source);
        case Kind::ceph_rbd:
            return kinds::images(recovery, workload, source);
        case Kind::virtual_machines:
            return machines(recovery, workload, source);
        case Kind::kafka:
            return stream(recovery, workload, source);
        case Kind::container_registry:
            return indexed(recovery, workload, source, false);
        case Kind::kubeflow:
        case Kind::spark:
            return indexed(recovery, workload, source, true);
        case Kind::postgresql:
        case Kind::file_tree:
        case Kind::ceph_rgw:
        case Kind::object_bucket:
        case Kind::code_forge:
        case Kind::identity:
        case Kind::infrastructure_as_code:
            break;
    }
    return kinds::fetch_and_replay(recovery, workload, source);
}

Candidate first_part(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double share = first_share(recovery, workload, source);
    if (share >= 1) return source;
    auto part = share_of(kinds::base_of(recovery, workload, source), share);
    part.bytes += kinds::logs_of(recovery, workload, source).bytes;
    part.log_bytes = source.log_bytes;
    return part;
}

sim::Task<void> bring_the_rest(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double share = first_share(recovery, workload, source);
    if (share >= 1) co_return;
    const auto rest = share_of(kinds::base_of(recovery, workload, source), 1 - share);
    if (!has_replicas(recovery.subject(workload), source)) {
        auto fetching = fetch(recovery, workload, rest, Stage::rest);
        co_await fetching;
        auto scanning = scan(recovery, workload, rest);
        co_await scanning;
        co_return;
    }
    const auto site = recovery.site_of(workload);
    const Shipment copying{recovery.world.at_site(site),
                           recovery.world.target_for(workload, site),
                           static_cast<double>(rest.bytes),
                           {},
                           Purpose::recovery};
    auto replicating = move_bytes(recovery, workload, copying, Stage::replicas);
    co_await replicating;
}

}  // namespace reentry
