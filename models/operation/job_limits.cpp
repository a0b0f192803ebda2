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
            limits.streams = static_cast<double>(what.scenario->transport.streams) * members;
            break;
        case Location::Kind::tape:
            limits.per_stream = place.library.drive_rate;
            break;
    }
    return limits;
}

void limit(double& to, double rate) {
    if (rate > 0) to = std::min(to, rate);
}

double members_of(const Case& what, std::size_t workload) {
    return static_cast<double>(what.scenario->workloads[workload].count);
}

// What an online class accepts, and what encrypting costs on the way there or back.
void limit_online(const Case& what, double requests, double members, JobLimits& limits) {
    limits.requests = requests;
    limit(limits.device, what.scenario->transport.encryption.bytes_per_second() * members);
}

}  // namespace

JobLimits backup_limits(const Case& what, std::size_t copy, std::size_t workload) {
    const auto& place = what.places[copy];
    const double members = members_of(what, workload);
    auto limits = at_place(what, copy, place.integration.backup_streams, members);
    if (place.kind == Location::Kind::tier)
        limit_online(what,
                     place.tier.puts_per_second / std::max(1.0, place.integration.puts_per_object),
                     members, limits);
    return limits;
}

JobLimits restore_limits(const Case& what, std::size_t copy, std::size_t workload) {
    const auto& place = what.places[copy];
    const auto& subject = what.scenario->workloads[workload];
    const double members = members_of(what, workload);
    auto limits = at_place(what, copy, place.integration.restore_streams, members);
    if (place.kind == Location::Kind::tier)
        limit_online(what,
                     place.tier.gets_per_second / std::max(1.0, place.integration.gets_per_object),
                     members, limits);
    limit(limits.device, place.integration.rehydrate * members / subject.reduction);
    limit(limits.device, subject.stages.rehydrate.bytes_per_second() / subject.reduction);
    return limits;
}

}  // namespace reentry
