#include "models/operation/job_limits.hpp"

#include <algorithm>

namespace reentry {
namespace {

// The streams of every member's job go side by side; a tape drive takes one stream of bytes
// whatever is sent.
JobLimits at_place(const Case& what, std::size_t copy, double streams_each, double members) {
    const auto& place = what.places[copy];
    JobLimits limits;
    limits.per_stream = place.integration.per_stream;
    switch (place.kind) {
        case Location::Kind::tier:
            limits.streams = streams_each * members;
            limits.object = place.integration.object_bytes;
            limits.latency = place.tier.first_byte;
            limits.per_stream = std::min(limits.per_stream, place.tier.per_stream);
            break;
        case Location::Kind::disk:
        case Location::Kind::array:
            limits.streams = static_cast<double>(what.scenario->transport.streams) * members;
            break;
        case Location::Kind::tape:
            limits.per_stream = place.library.drive_rate;
            break;
    }
    return limits;
}

void limit(JobLimits& limits, double rate, const char* name) {
    if (!(rate > 0 && rate < limits.device)) return;
    limits.device = rate;
    limits.device_name = name;
}

JobLimits between_own_stores(const Case& what, double members) {
    JobLimits limits;
    limits.streams = static_cast<double>(what.scenario->transport.streams) * members;
    return limits;
}

double members_of(const Case& what, std::size_t workload) {
    return static_cast<double>(what.scenario->workloads[workload].count);
}

// Of so many members those that are restored at the same time.
double members_at_once(const Case& what, std::size_t workload, std::int64_t members) {
    const auto most = what.stages[workload].side_by_side;
    return static_cast<double>(most > 0 ? std::min(members, most) : members);
}

const char* items_name(Kind kind) {
    switch (kind) {
        case Kind::file_tree:
            return "files per second";
        case Kind::container_registry:
            return "layers per second";
        default:
            return "objects per second";
    }
}

// What a restore of this kind can do where its data arrive, as stored bytes.
void limit_by_kind(const Case& what, std::size_t workload, double members, JobLimits& limits) {
    const auto& subject = what.scenario->workloads[workload];
    const auto& stages = what.stages[workload];
    const double items = stages.items_per_second * subject.item_size.to_double() * members;
    limit(limits, items / subject.reduction, items_name(subject.kind));
    const double movers = static_cast<double>(stages.nodes * stages.movers_per_node) * members;
    limit(limits, movers * stages.mover.bytes_per_second() / subject.reduction, "data movers");
    limit(limits, stages.import_rate.bytes_per_second() * members / subject.reduction,
          "import of images");
    limit(limits, stages.rehydrate.bytes_per_second() / subject.reduction, "rehydration");
}

// What encrypting costs on the way there or back.
void limit_encryption(const Case& what, double members, JobLimits& limits) {
    limit(limits, what.scenario->transport.encryption.bytes_per_second() * members, "encryption");
}

}  // namespace

JobLimits backup_limits(const Case& what, std::size_t copy, std::size_t workload) {
    const auto& place = what.places[copy];
    const double members = members_of(what, workload);
    if (place.gateway) return between_own_stores(what, members);
    auto limits = at_place(what, copy, place.integration.backup_streams, members);
    if (place.kind == Location::Kind::tier) limit_encryption(what, members, limits);
    return limits;
}

JobLimits upload_limits(const Case& what, std::size_t copy) {
    auto limits = at_place(what, copy, what.places[copy].integration.backup_streams, 1);
    limit_encryption(what, 1, limits);
    return limits;
}

JobLimits limits_between_stores(const Case& what, std::int64_t members) {
    return between_own_stores(what, static_cast<double>(members));
}

JobLimits restore_limits(const Case& what, std::size_t copy, std::size_t workload,
                         std::int64_t hit) {
    const auto& place = what.places[copy];
    const auto& subject = what.scenario->workloads[workload];
    const double members = members_at_once(what, workload, hit);
    auto limits = at_place(what, copy, place.integration.restore_streams, members);
    if (place.kind == Location::Kind::tier) limit_encryption(what, members, limits);
    limit(limits, place.integration.rehydrate * members / subject.reduction,
          "rehydration by the product");
    limit_by_kind(what, workload, members, limits);
    return limits;
}

}  // namespace reentry
