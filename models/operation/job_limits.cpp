#include "models/operation/job_limits.hpp"

#include <algorithm>

namespace reentry {
namespace {

JobLimits at_place(const Location& place, double streams) {
    JobLimits limits;
    limits.streams = streams;
    limits.object = place.integration.object_bytes;
    limits.per_stream = place.integration.per_stream;
    if (place.kind == Location::Kind::tier) {
        limits.latency = place.tier.first_byte;
        limits.per_stream = std::min(limits.per_stream, place.tier.per_stream);
    } else if (place.kind == Location::Kind::tape) {
        limits.streams = 1;
        limits.object = 0;
        limits.per_stream = place.library.drive_rate;
    }
    return limits;
}

void limit(double& to, double rate) {
    if (rate > 0) to = std::min(to, rate);
}

}  // namespace

JobLimits backup_limits(const Case& what, std::size_t copy) {
    const auto& place = what.places[copy];
    JobLimits limits = at_place(place, place.integration.backup_streams);
    if (place.kind == Location::Kind::tier) {
        limits.requests =
            place.tier.puts_per_second / std::max(1.0, place.integration.puts_per_object);
        limit(limits.device, what.scenario->transport.encryption.bytes_per_second());
    }
    return limits;
}

JobLimits restore_limits(const Case& what, std::size_t copy, std::size_t workload) {
    const auto& place = what.places[copy];
    const auto& subject = what.scenario->workloads[workload];
    JobLimits limits = at_place(place, place.integration.restore_streams);
    if (place.kind == Location::Kind::tier) {
        limits.requests =
            place.tier.gets_per_second / std::max(1.0, place.integration.gets_per_object);
        limit(limits.device, what.scenario->transport.encryption.bytes_per_second());
    }
    limit(limits.device, place.integration.rehydrate / subject.reduction);
    limit(limits.device, subject.stages.rehydrate.bytes_per_second() / subject.reduction);
    return limits;
}

}  // namespace reentry
