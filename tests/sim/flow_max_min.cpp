// The static solver against published vectors of SimGrid's max-min solver (inputs and results
// only).
//
// Source: github.com/simgrid/simgrid, commit 12a63c78cdaa56b78836c95c6a18484f367dca38 (7 Aug 2026),
// src/kernel/lmm/maxmin_test.cpp and bmf_test.cpp. A penalty p there is a weight 1/p here; a
// consumption weight is the use of a hop.
#include "sim/check.hpp"
#include "sim/flow/fluid.hpp"
#include "sim/flow/max_min.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using namespace reentry::sim;

namespace {

struct Vector {
    const char* name;
    std::vector<double> capacities;
    std::vector<StaticFlow> flows;
    std::vector<double> rates;
};

Hop over(std::uint32_t capacity, double use = 1.0) { return {CapacityId{capacity}, use}; }

FlowOptions penalty(double p, double cap = unlimited) { return {1.0 / p, cap}; }

std::vector<Vector> published_vectors() {
    return {
        {"1: a penalty of 2 halves the share",
         {3},
         {{{over(0)}, penalty(1)}, {{over(0)}, penalty(2)}},
         {2, 1}},
        {"2: a use of 2 does not change the level",
         {3},
         {{{over(0)}, penalty(1)}, {{over(0, 2)}, penalty(1)}},
         {1, 1}},
        {"3: penalty and use",
         {20},
         {{{over(0)}, penalty(1)}, {{over(0, 2)}, penalty(2)}},
         {10, 5}},
        {"4: two capacities",
         {20, 60},
         {{{over(0), over(1, 2)}, penalty(1)}, {{over(0, 2)}, penalty(2)}, {{over(1)}, penalty(1)}},
         {10, 5, 40}},
        {"14: opposed uses",
         {1, 1},
         {{{over(0), over(1, 0.05)}, penalty(1)},
          {{over(0), over(1, 0.05)}, penalty(1)},
          {{over(0, 0.05), over(1)}, penalty(1)}},
         {1 / 2.05, 1 / 2.05, 1 / 2.05}},
        {"15: a cap and a use of 2",
         {1},
         {{{over(0, 2)}, penalty(1, 0.1)}, {{over(0)}, penalty(1)}},
         {0.1, 0.8}},
        {"16: a cap that does not bind",
         {1},
         {{{over(0)}, penalty(1, 1)}, {{over(0)}, penalty(1)}},
         {0.5, 0.5}},
        {"17: penalties 1 and 2",
         {1},
         {{{over(0)}, penalty(1)}, {{over(0)}, penalty(2)}},
         {2.0 / 3, 1.0 / 3}},
    };
}

}  // namespace

TEST_CASE("plain progressive filling gives SimGrid's published rates") {
    for (const Vector& vector : published_vectors()) {
        CAPTURE(std::string(vector.name));
        const std::vector<double> rates = max_min_rates(vector.capacities, vector.flows);
        for (std::size_t f = 0; f < rates.size(); ++f)
            CHECK(rates[f] == doctest::Approx(vector.rates[f]).epsilon(1e-14));
    }
}

TEST_CASE("the engine gives SimGrid's published rates") {
    for (const Vector& vector : published_vectors()) {
        CAPTURE(std::string(vector.name));
        FluidNetwork network;
        for (const double capacity : vector.capacities) network.add_capacity(capacity);
        std::vector<FlowId> ids;
        for (const StaticFlow& flow : vector.flows)
            ids.push_back(network.start(Time{}, flow.path, 1e6, flow.options));
        for (std::size_t f = 0; f < ids.size(); ++f)
            CHECK(network.rate(ids[f]) == doctest::Approx(vector.rates[f]).epsilon(1e-14));
    }
}

TEST_CASE("a flow without path moves at its cap, and without cap breaks the contract") {
    const std::vector<StaticFlow> capped{{{}, {1.0, 7.0}}};
    CHECK(max_min_rates({}, capped) == std::vector<double>{7.0});
    const std::vector<StaticFlow> boundless{{{}, {}}};
    CHECK_THROWS_AS(max_min_rates({}, boundless), reentry::ContractViolation);
}
