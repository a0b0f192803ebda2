// Simulations share nothing: two threads, one simulation each, one result.
#include "sim/flow_network.hpp"
#include "sim/kernel.hpp"

#include <doctest/doctest.h>

#include <array>
#include <functional>
#include <thread>

namespace {

using namespace reentry::sim;
using namespace std::chrono_literals;

Task<void> restore(Simulation& sim, Resource& drives, FlowNetwork& network, CapacityId link) {
    const auto drive = co_await drives.acquire();
    auto transfer = network.transfer({{link}}, 50);
    co_await transfer;
    co_await sim.delay(1s);
}

// By hand: ten restores on two drives of one link of 10 bytes/s: five rounds of 10 s + 1 s.
void run(Time& end) {
    Simulation sim;
    Resource drives{sim, 2};
    FlowNetwork network{sim};
    const CapacityId link = network.add_capacity(10);
    for (int i = 0; i < 10; ++i) sim.spawn(restore(sim, drives, network, link));
    sim.run();
    end = sim.now();
}

TEST_CASE("Two simulations in two threads never see each other") {
    std::array<Time, 2> ends{};
    {
        std::jthread first(run, std::ref(ends[0]));
        std::jthread second(run, std::ref(ends[1]));
    }
    CHECK(ends[0] == Time{55s});
    CHECK(ends[1] == Time{55s});
}

}  // namespace
