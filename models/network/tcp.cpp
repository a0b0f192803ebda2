#include "models/network/tcp.hpp"

#include <algorithm>
#include <cmath>

namespace reentry {

double stream_rate(const TcpPath& path) {
    const double rtt = sim::to_seconds(path.rtt);
    if (rtt <= 0) return unlimited;
    double rate = unlimited;
    if (path.window.count() > 0) rate = path.window.to_double() / rtt;
    if (path.loss > 0 && path.segment.count() > 0)
        rate = std::min(rate, path.segment.to_double() / rtt * std::sqrt(1.5 / path.loss));
    return rate;
}

double job_rate(const JobLimits& limits) {
    const double stream = std::min(stream_rate(limits.tcp), limits.per_stream);
    double rate = limits.streams * stream;
    if (limits.object > 0) {
        const double each = sim::to_seconds(limits.latency) + limits.object / stream;
        if (each > 0) rate = std::min(rate, limits.streams * limits.object / each);
        rate = std::min(rate, limits.requests * limits.object);
    }
    return std::min(rate, limits.device);
}

}  // namespace reentry
