// Paths through the network, and what becomes of them when a link fails.
#include "models/network/topology.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace reentry;
using namespace std::chrono_literals;

namespace {

struct Network {
    std::vector<Arc> arcs;
    std::size_t links = 0;

    void join(const std::string& from, const std::string& to, sim::Duration rtt, double loss = 0) {
        Arc arc;
        arc.name = from + "-" + to;
        arc.from = from;
        arc.to = to;
        arc.rtt = rtt;
        arc.loss = loss;
        arc.link = links++;
        arcs.push_back(arc);
        std::swap(arc.from, arc.to);
        arcs.push_back(arc);
    }
};

// Two ways from the site to the region: by Frankfurt in 3 ms, by Redu in 15 ms.
Network two_ways() {
    Network network;
    network.join("site", "frankfurt", 1ms, 0.1);
    network.join("site", "redu", 6ms);
    network.join("redu", "frankfurt", 7ms);
    network.join("frankfurt", "region", 2ms, 0.2);
    return network;
}

}  // namespace

TEST_CASE("the quickest path is taken, its round trips add up and its losses compose") {
    const Topology topology(two_ways().arcs);
    const auto path = topology.path("site", "region", {true, true, true, true});
    REQUIRE(path);
    CHECK(path->arcs == std::vector<std::size_t>{0, 6});
    CHECK(path->rtt == 3ms);
    CHECK(path->loss == doctest::Approx(1 - 0.9 * 0.8).epsilon(1e-15));
}

TEST_CASE("the way back uses the other arcs of the same links") {
    const Topology topology(two_ways().arcs);
    const auto path = topology.path("region", "site", {true, true, true, true});
    REQUIRE(path);
    CHECK(path->arcs == std::vector<std::size_t>{7, 1});
}

TEST_CASE("when a link fails the next best path takes over, and when it is back so is the path") {
    const Topology topology(two_ways().arcs);
    const auto round = topology.path("site", "region", {false, true, true, true});
    REQUIRE(round);
    CHECK(round->arcs == std::vector<std::size_t>{2, 4, 6});
    CHECK(round->rtt == 15ms);
    CHECK(topology.path("site", "region", {true, true, true, true})->rtt == 3ms);
}

TEST_CASE("a site that is cut off has no path, and none is needed within one node") {
    const Topology topology(two_ways().arcs);
    CHECK_FALSE(topology.path("site", "region", {false, false, true, true}));
    CHECK_FALSE(topology.path("site", "region", {true, true, true, false}));
    CHECK_FALSE(topology.path("site", "nowhere", {true, true, true, true}));
    const auto here = topology.path("site", "site", {false, false, false, false});
    REQUIRE(here);
    CHECK(here->arcs.empty());
}

TEST_CASE("of two equally quick paths the one with fewer links is taken") {
    Network network;
    network.join("a", "b", 1ms);
    network.join("b", "c", 1ms);
    network.join("a", "c", 2ms);
    const auto path = Topology(network.arcs).path("a", "c", {true, true, true});
    REQUIRE(path);
    CHECK(path->arcs == std::vector<std::size_t>{4});
}

TEST_CASE("of parallel links the quicker is taken, and the slower when that fails") {
    Network network;
    network.join("a", "b", 5ms);
    network.join("a", "b", 1ms);
    const Topology topology(network.arcs);
    CHECK(topology.path("a", "b", {true, true})->arcs == std::vector<std::size_t>{2});
    CHECK(topology.path("a", "b", {true, false})->arcs == std::vector<std::size_t>{0});
}
