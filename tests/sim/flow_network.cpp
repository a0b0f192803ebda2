// Transfers as processes use them: streaming, interruption, profiles, outages, store-and-forward.
#include "sim/flow_network.hpp"

#include "sim/kernel.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace {

using namespace reentry;
using namespace reentry::sim;
using namespace std::chrono_literals;

double seconds(const Simulation& sim) { return to_seconds(sim.now() - Time{}); }

// Latency first, which loads nothing; then one flow over the whole path.
Task<void> stream(Simulation& sim, FlowNetwork& network, Duration latency, Path path, double bytes,
                  double& finished) {
    co_await sim.delay(latency);
    auto transfer = network.transfer(path, bytes);
    co_await transfer;
    finished = seconds(sim);
}

double run_stream(FlowNetwork& network, Duration latency, const Path& path, double bytes) {
    Simulation& sim = network.simulation();
    double finished = -1;
    const double started = seconds(sim);
    sim.spawn(stream(sim, network, latency, path, bytes, finished));
    sim.run();
    return finished - started;
}

// SimGrid's io-stream case (teshsuite/s4u/io-stream at commit 12a63c78cdaa), pure fluid column:
// bob's disk reads 1 MB/s and writes 0.5 MB/s, alice's reads and writes 4 MB/s, the link carries 2
// MB/s and delays by 50 us; the object has 4 MB.
struct TwoHosts {
    Simulation sim;
    FlowNetwork network{sim};
    CapacityId bob_read = network.add_capacity(1e6, "bob read");
    CapacityId bob_write = network.add_capacity(0.5e6, "bob write");
    CapacityId alice_read = network.add_capacity(4e6, "alice read");
    CapacityId alice_write = network.add_capacity(4e6, "alice write");
    CapacityId link = network.add_capacity(2e6, "link");
};

constexpr double object = 4e6;

TEST_CASE("A stream moves at the rate of its slowest part, after one latency") {
    TwoHosts w;
    const auto time = [&](Duration latency, const Path& path, double bytes) {
        return run_stream(w.network, latency, path, bytes);
    };
    // step 1, one block after the other: 4 s read, 2 s send, 1 s write
    CHECK(time(0us, {{w.bob_read}}, object) == doctest::Approx(4.0).epsilon(1e-12));
    CHECK(time(50us, {{w.link}}, object) == doctest::Approx(2.000050).epsilon(1e-12));
    CHECK(time(0us, {{w.alice_write}}, object) == doctest::Approx(1.0).epsilon(1e-12));
    // steps 3 and 4: reading at 1 MB/s, then writing at 0.5 MB/s is the bottleneck
    CHECK(time(50us, {{w.bob_read}, {w.link}, {w.alice_write}}, object) ==
          doctest::Approx(4.000050).epsilon(1e-12));
    CHECK(time(50us, {{w.alice_read}, {w.link}, {w.bob_write}}, object) ==
          doctest::Approx(8.000050).epsilon(1e-12));
    // steps 7 to 10: to memory, from memory, from disk to the same disk, nothing
    CHECK(time(50us, {{w.bob_read}, {w.link}}, object) == doctest::Approx(4.000050).epsilon(1e-12));
    CHECK(time(50us, {{w.link}, {w.alice_write}}, object) ==
          doctest::Approx(2.000050).epsilon(1e-12));
    CHECK(time(0us, {{w.bob_read}, {w.bob_write}}, object) == doctest::Approx(8.0).epsilon(1e-12));
    CHECK(time(50us, {{w.bob_read}, {w.link}, {w.alice_write}}, 0) ==
          doctest::Approx(0.000050).epsilon(1e-12));
}

Task<void> part(FlowNetwork& network, Path path, double bytes, int blocks) {
    for (int block = 0; block < blocks; ++block) {
        auto transfer = network.transfer(path, bytes / blocks);
        co_await transfer;
    }
}

TEST_CASE("Reading, sending and writing in blocks at once lasts as long as the slowest") {
    TwoHosts
        w;  // step 2: 100 blocks, all three started together, so 4 s of reading and no fill time
    w.sim.spawn(part(w.network, {{w.bob_read}}, object, 100));
    w.sim.spawn(part(w.network, {{w.link}}, object, 100));
    w.sim.spawn(part(w.network, {{w.alice_write}}, object, 100));
    w.sim.run();
    CHECK(seconds(w.sim) == doctest::Approx(4.0).epsilon(1e-9));
}

TEST_CASE("A stream against two background flows shares the link in three") {
    // Steps 5, 6, all begun at one instant (t = 23.000150 there): after the latency three flows at
    // 2/3 MB/s for 6 s, then two at 1 MB/s for 16 s. So the stream takes 6.000050 s and the
    // background is over at 23.000150 + 22.000050 = 45.000200.
    TwoHosts w;
    double stream_end = -1, first_end = -1, second_end = -1;
    const Path background{{w.link}};
    w.sim.spawn(stream(w.sim, w.network, 50us, {{w.bob_read}, {w.link}, {w.alice_write}}, object,
                       stream_end));
    w.sim.spawn(stream(w.sim, w.network, 50us, background, 2e7, first_end));
    w.sim.spawn(stream(w.sim, w.network, 50us, background, 2e7, second_end));
    w.sim.run();
    CHECK(stream_end == doctest::Approx(6.000050).epsilon(1e-12));
    CHECK(first_end == doctest::Approx(22.000050).epsilon(1e-12));
    CHECK(second_end == doctest::Approx(22.000050).epsilon(1e-12));
}

// A store-and-forward copy: each stage takes a block when the stage before has finished it.
struct Copy {
    explicit Copy(Simulation& sim) : progress(sim) {}
    Signal progress;
    std::vector<int> finished;  // blocks, by stage
};

Task<void> stage(FlowNetwork& network, Copy& copy, std::size_t number, CapacityId capacity,
                 std::vector<double> blocks) {
    for (int block = 0; block < static_cast<int>(blocks.size()); ++block) {
        while (number > 0 && copy.finished[number - 1] <= block) {
            co_await copy.progress;
        }
        auto transfer = network.transfer({{capacity}}, blocks[static_cast<std::size_t>(block)]);
        co_await transfer;
        ++copy.finished[number];
        copy.progress.notify();
    }
}

// Seconds for `copies` concurrent copies of 10 GB through stages of these rates, in blocks of
// `buffer`.
double copy_seconds(const std::vector<double>& rates, double buffer, int copies) {
    constexpr double size = 1e10;
    std::vector<double> blocks(static_cast<std::size_t>(std::floor(size / buffer + 1e-9)), buffer);
    if (const double rest = size - buffer * static_cast<double>(blocks.size()); rest > 1)
        blocks.push_back(rest);
    Simulation sim;
    FlowNetwork network(sim);
    std::vector<CapacityId> capacities;
    for (const double rate : rates) capacities.push_back(network.add_capacity(rate));
    std::vector<std::unique_ptr<Copy>> all;
    for (int c = 0; c < copies; ++c) {
        all.push_back(std::make_unique<Copy>(sim));
        all.back()->finished.resize(rates.size());
        for (std::size_t s = 0; s < rates.size(); ++s)
            sim.spawn(stage(network, *all.back(), s, capacities[s], blocks));
    }
    sim.run();
    return seconds(sim);
}

// WRENCH's three-stage copy: SimpleStorageServicePerformanceTest.cpp at commit 1a498230e035; disks
// of 100 MB/s, a link of 100 MB/s at 92 %. The 1 us latency is left out there and here. Formula,
// with buffer B, n = floor(S / B), rest l, b the lowest rate:
//   B/b1 + B/min(b1,b2) + (n-2) B/b + max(l/b1, B/min(b2,b3)) + max(l/b2, B/b3) + l/b3.
double wrench_copy(double buffer) {
    constexpr double size = 1e10, b1 = 1e8, b2 = 0.92e8, b3 = 1e8;
    if (buffer == size) return size / b1 + size / b2 + size / b3;
    const double n = std::floor(size / buffer + 1e-9);
    const double l = std::max(0.0, size - n * buffer);
    return buffer / b1 + buffer / b2 + (n - 2) * buffer / b2 + std::max(l / b1, buffer / b2) +
           std::max(l / b2, buffer / b3) + l / b3;
}

TEST_CASE("A store-and-forward copy takes what WRENCH's formula says") {
    constexpr double size = 1e10;
    const std::vector<double> stages{1e8, 0.92e8, 1e8};
    const std::vector<double> buffers{size,      size / 2,  size / 10, size / 10 + size / 3,
                                      size / 20, size / 50, size / 100};
    const std::vector<double> table{308.696, 208.696, 128.696, 194.203, 118.696, 112.696, 110.696};
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        CAPTURE(buffers[i]);
        const double one = copy_seconds(stages, buffers[i], 1);
        CHECK(one == doctest::Approx(wrench_copy(buffers[i])).epsilon(1e-9));
        CHECK(std::fabs(one - table[i]) < 0.0006);
        CHECK(copy_seconds(stages, buffers[i], 2) / one == doctest::Approx(2.0).epsilon(1e-9));
    }
}

TEST_CASE("A remote read through two stages takes what WRENCH's table says") {
    constexpr double size = 1e10;
    const std::vector<double> stages{1e8, 0.92e8};
    const std::vector<double> buffers{size,      size / 2,  size / 10,  size / 10 + size / 3,
                                      size / 20, size / 50, size / 100, size / 200};
    const std::vector<double> table{208.696, 158.696, 118.696, 152.029,
                                    113.696, 110.696, 109.696, 109.196};
    for (std::size_t i = 0; i < buffers.size(); ++i) {
        CAPTURE(buffers[i]);
        CHECK(std::fabs(copy_seconds(stages, buffers[i], 1) - table[i]) < 0.0006);
    }
}

Task<void> patient(FlowNetwork& network, Path path, double bytes, std::vector<std::string>& log) {
    auto transfer = network.transfer(path, bytes);
    bool whole = false;
    while (!whole) {
        try {
            co_await transfer;
            whole = true;
        } catch (const Interrupted&) {
            log.push_back(fmt::format("{} s: {} moved, {} left", seconds(network.simulation()),
                                      transfer.moved(), transfer.left()));
        }
    }
    log.push_back(fmt::format("{} s: done", seconds(network.simulation())));
}

TEST_CASE("An interrupted transfer keeps what it has moved and can go on with the rest") {
    Simulation sim;
    FlowNetwork network(sim);
    const CapacityId link = network.add_capacity(10);
    std::vector<std::string> log;
    const Process process = sim.spawn(patient(network, {{link}}, 100, log));
    sim.run_until(Time{4s});
    process.interrupt("drill");
    sim.run();
    CHECK(log == std::vector<std::string>{"4 s: 40 moved, 60 left", "10 s: done"});
    CHECK(network.use(link).bytes == doctest::Approx(100));
    CHECK(network.use(link).saturated_seconds == doctest::Approx(10));
}

TEST_CASE("During an outage transfers stand still") {
    Simulation sim;
    FlowNetwork network(sim);
    const CapacityId link = network.add_capacity(10);
    double end = -1;
    sim.spawn(stream(sim, network, 0s, {{link}}, 100, end));
    sim.at(Time{3s}, [&] { network.set_capacity(link, 0); });
    sim.at(Time{8s}, [&] { network.set_capacity(link, 35); });
    sim.run();
    CHECK(end == doctest::Approx(10));  // 30 bytes in 3 s, 5 s of nothing, 70 bytes in 2 s
}

TEST_CASE("Transfers that end together resume their processes in the order in which they began") {
    Simulation sim;
    FlowNetwork network(sim);
    const CapacityId link = network.add_capacity(30);
    std::vector<std::string> log;
    for (const char* name : {"a", "b", "c"}) {
        sim.spawn([](FlowNetwork& net, CapacityId over, std::string who,
                     std::vector<std::string>& to) -> Task<void> {
            auto transfer = net.transfer({{over}}, 70);
            co_await transfer;
            to.push_back(who);
        }(network, link, name, log));
    }
    sim.run();
    CHECK(log == std::vector<std::string>{"a", "b", "c"});
    CHECK(sim.now() == Time{7s});
}

TEST_CASE("A weekly profile gives factors by the hour and knows its next change") {
    const auto day = CapacityProfile::business_hours(8, 18, 0.25);
    const Time monday = midnight(std::chrono::year{2026} / 11 / 16);
    CHECK(day.factor(monday + 8h - 1ns) == 1.0);
    CHECK(day.factor(monday + 8h) == 0.25);
    CHECK(day.factor(monday + 5 * 24h + 12h) == 1.0);  // Saturday
    CHECK(day.next_change(monday + 8h) == monday + 18h);
    CHECK(day.next_change(monday + 4 * 24h + 18h) == monday + 7 * 24h + 8h);  // over the week-end
    CHECK(day.in_zone(2h).factor(monday + 6h) == 0.25);
    CHECK_FALSE(CapacityProfile().next_change(monday).has_value());
}

TEST_CASE("A transfer feels business traffic: hand-calculated over a working day") {
    // 10 bytes/s at night, 2.5 from 8 to 18. From 7:00: 1 h at 10 = 36,000, 10 h at 2.5 = 90,000,
    // the other 54,000 of 180,000 at 10 take 1.5 h: done at 19:30.
    const Time monday = midnight(std::chrono::year{2026} / 11 / 16);
    Simulation sim(monday + 7h);
    FlowNetwork network(sim);
    const CapacityId wan = network.add_capacity(10, CapacityProfile::business_hours(8, 18, 0.25));
    double end = -1;
    sim.spawn(stream(sim, network, 0s, {{wan}}, 180000, end));
    sim.run();
    CHECK(sim.now() == monday + 19h + 30min);
}

TEST_CASE("Profiles cost nothing while nothing moves") {
    const Time monday = midnight(std::chrono::year{2026} / 11 / 16);
    Simulation sim(monday);
    FlowNetwork network(sim);
    const CapacityId wan = network.add_capacity(10, CapacityProfile::business_hours(8, 18, 0.25));
    std::array<double, 5> ends{};
    for (int year = 0; year < 5; ++year)  // a minute's transfer each year
        sim.spawn(stream(sim, network, year * 365 * 24h + 1h, {{wan}}, 600,
                         ends[static_cast<std::size_t>(year)]));
    sim.run();
    CHECK(sim.now() == monday + 4 * 365 * 24h + 1h + 1min);
    CHECK(sim.events_processed() <= 30);  // start, delay, solve, completion, resumption; no steps
    CHECK(network.capacity(wan) == 10);
    sim.run_until(monday + 7 * 365 * 24h);
    CHECK(sim.events_processed() <= 30);
}

TEST_CASE("A network may die before its simulation") {
    Simulation sim;
    double end = -1;
    {
        FlowNetwork network(sim);
        const CapacityId link = network.add_capacity(10);
        sim.spawn(stream(sim, network, 0s, {{link}}, 100, end));
        sim.run_until(Time{2s});
    }
    sim.run();
    CHECK(end == -1);
    CHECK(sim.live() == 1);
}

}  // namespace
