// What one job can send at most: TCP, and object size against latency.
//
// One stream: min( window / RTT,  MSS / RTT * sqrt(3/2) / sqrt(p) )    [Mathis et al. 1997; p = loss]
// Objects:    streams * object / (latency + object / stream rate)      each object waits one latency
//
// The smallest of these, of streams * per-stream limit, and of the device's rate caps the flow of
// the job.
#pragma once

#include "models/units/bytes.hpp"
#include "sim/clock.hpp"
#include "sim/flow/path.hpp"

namespace reentry {

using sim::unlimited;  // a rate that limits nothing

struct TcpPath {
    sim::Duration rtt{};
    double loss = 0;  // probability per packet
    Bytes window{};   // 0: not limited
    Bytes segment{};  // MSS; 0: loss does not limit
};

// What one stream reaches [bytes per second]; unlimited without RTT.
double stream_rate(const TcpPath& path);

// The limits of one job, all in bytes per second unless said otherwise; 0 means "no limit" for
// rates.
struct JobLimits {
    TcpPath tcp;
    double streams = 1;             // side by side
    double per_stream = unlimited;  // the store's own limit on a stream
    const char* per_stream_name = "speed of a stream";
    double object = 0;             // mean object size [bytes]; 0: one endless object
    sim::Duration latency{};       // first byte of each object
    double device = unlimited;     // encryption, rehydration, drive: what the whole job can do
    const char* device_name = "";  // which of them; a string literal
};

// The cap on the flow of the job [bytes per second], and which limit sets it: of several the first
// in the order of the formula above.
struct JobCap {
    double rate = unlimited;
    const char* limit = "nothing";
};
JobCap job_cap(const JobLimits& limits);
inline double job_rate(const JobLimits& limits) { return job_cap(limits).rate; }

}  // namespace reentry
