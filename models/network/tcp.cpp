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

JobCap job_cap(const JobLimits& limits) {
    const double tcp = stream_rate(limits.tcp);
    const double stream = std::min(tcp, limits.per_stream);
    JobCap cap;
    const auto limit = [&cap](double rate, const char* name) {
        if (rate < cap.rate) cap = {rate, name};
    };
    limit(limits.streams * stream,
          tcp <= limits.per_stream ? "TCP streams" : limits.per_stream_name);
    if (limits.object > 0) {
        // Objects wait and are sent in turn: what takes longer holds them back.
        const double waits = sim::to_seconds(limits.latency), sends = limits.object / stream;
        if (waits + sends > 0)
            limit(limits.streams * limits.object / (waits + sends),
                  waits > sends ? "latency of objects" : cap.limit);
    }
    limit(limits.device, limits.device_name);
    return cap;
}

}  // namespace reentry
