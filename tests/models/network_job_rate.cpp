// What one job can send at most.
#include "models/network/tcp.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

using namespace reentry;
using namespace std::chrono_literals;

TEST_CASE("a window fills a stream once in a round trip") {
    // 16 MiB / 285 ms = 58,867,424.6 B/s
    const TcpPath path{285ms, 0, Bytes{16 * 1024 * 1024}, Bytes{1460}};
    CHECK(stream_rate(path) == doctest::Approx(58'867'424.56).epsilon(1e-9));
}

TEST_CASE("loss limits a stream by the formula of Mathis") {
    // 1460 B / 29 ms x sqrt(1.5 / 1e-5) = 50,344.83 x 387.298 = 19,498,470 B/s
    const TcpPath path{29ms, 1e-5, Bytes{0}, Bytes{1460}};
    CHECK(stream_rate(path) == doctest::Approx(1460 / 0.029 * std::sqrt(1.5e5)).epsilon(1e-12));
    CHECK(stream_rate(path) == doctest::Approx(19'498'470).epsilon(1e-6));
}

TEST_CASE("a path without round trip, and a window of nothing, limit nothing") {
    CHECK(stream_rate({0ms, 1e-5, Bytes{1}, Bytes{1460}}) == unlimited);
    CHECK(stream_rate({10ms, 0, Bytes{0}, Bytes{1460}}) == unlimited);
    CHECK(job_rate(JobLimits{}) == unlimited);
}

TEST_CASE("streams add up to the limit of the store on each") {
    JobLimits limits;
    limits.streams = 8;
    limits.per_stream = 60e6;
    CHECK(job_rate(limits) == doctest::Approx(480e6).epsilon(1e-15));
}

TEST_CASE("every object waits for its first byte") {
    // 16 streams, objects of 512 KiB, 150 ms, 88 MB/s: each takes 0.15 + 0.005957818 s, so
    // 16 x 524,288 / 0.155957818 = 53,787,672 B/s
    JobLimits limits;
    limits.streams = 16;
    limits.per_stream = 88e6;
    limits.object = 524'288;
    limits.latency = 150ms;
    CHECK(job_rate(limits) == doctest::Approx(53'787'672).epsilon(1e-7));
    CHECK(job_cap(limits).limit == std::string("latency of objects"));
}

TEST_CASE("a large object is held back by its stream, however long its first byte takes") {
    // 100 GB on 2 streams of 60 MB/s: 0.1 s + 1,666.67 s each, so 2 x 100 GB / 1,666.77 s. The
    // latency is the longer part of an object's time below 0.1 s x 60 MB/s = 6 MB.
    JobLimits limits;
    limits.streams = 2;
    limits.per_stream = 60e6;
    limits.object = 100e9;
    limits.latency = 100ms;
    CHECK(job_cap(limits).limit == std::string("speed of a stream"));
    CHECK(job_rate(limits) == doctest::Approx(119'992'801).epsilon(1e-8));
    limits.object = 7e6;
    CHECK(job_cap(limits).limit == std::string("speed of a stream"));
    limits.object = 5e6;
    CHECK(job_cap(limits).limit == std::string("latency of objects"));
}
