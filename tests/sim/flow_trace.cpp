// What held a transfer back, and for how long, told when somebody asks.
#include "sim/flow_network.hpp"
#include "sim/kernel.hpp"

#include <doctest/doctest.h>

using namespace reentry::sim;
using namespace std::chrono_literals;

namespace {

Task<void> send(FlowNetwork& network, Path path, double bytes, double cap, FlowTrace* trace) {
    auto transfer = network.transfer(path, bytes, {1.0, cap}, trace);
    co_await transfer;
}

Task<void> narrow(Simulation& sim, FlowNetwork& network, CapacityId link, Duration when,
                  double rate) {
    co_await sim.delay(when);
    network.set_capacity(link, rate);
}

}  // namespace

TEST_CASE("A traced transfer tells each change of rate and what set it") {
    Simulation sim;
    FlowNetwork network{sim};
    const auto disk = network.add_capacity(10, "disk"), link = network.add_capacity(100, "link");
    // Alone at its cap of 8; from 5 s on the link gives 2; from 10 s on 100 again.
    FlowTrace trace;
    sim.spawn(send(network, {{disk}, {link}}, 90, 8, &trace));
    sim.spawn(narrow(sim, network, link, 5s, 2));
    sim.spawn(narrow(sim, network, link, 10s, 100));
    sim.run();
    REQUIRE(trace.size() == 3);
    CHECK(trace[0] == FlowStep{Time{}, 0, 8, std::nullopt});
    CHECK(trace[1] == FlowStep{Time{5s}, 40, 2, link});
    CHECK(trace[2] == FlowStep{Time{10s}, 50, 8, std::nullopt});
    CHECK(sim.now() == Time{15s});
}

TEST_CASE("Of two transfers on one disk only the one that asked is told, and when it is alone") {
    Simulation sim;
    FlowNetwork network{sim};
    const auto disk = network.add_capacity(10, "disk");
    FlowTrace trace;
    sim.spawn(send(network, {{disk}}, 20, unlimited, nullptr));
    sim.spawn(send(network, {{disk}}, 50, unlimited, &trace));
    sim.run();
    // Together at 5 until 4 s, then alone at 10 for the other 30 bytes.
    REQUIRE(trace.size() == 2);
    CHECK(trace[0] == FlowStep{Time{}, 0, 5, disk});
    CHECK(trace[1] == FlowStep{Time{4s}, 20, 10, disk});
}
