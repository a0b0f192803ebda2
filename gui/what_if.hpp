// What a user changes without touching the file: factors on what is simulated and on prices.
//
// Behaviour is applied to a copy of the scenario, which is then simulated like any other; prices
// are applied when usage is rated. A factor of 1 leaves things exactly as they are.
#pragma once

#include "models/scenario/scenario.hpp"
#include "study/compare.hpp"

#include <memory>
#include <string>
#include <vector>

namespace reentry::gui {

// Factors that need a simulation of their own; all are positive.
struct Behaviour {
    std::string line;  // the link or connection whose capacity is meant; empty: all
    double bandwidth = 1;
    double data = 1;       // size of every workload
    double retention = 1;  // days, weeks, months and years kept; each at least 1 if it was
    double incidents = 1;  // rate of every class of incidents

    bool neutral() const { return bandwidth == 1 && data == 1 && retention == 1 && incidents == 1; }
    friend bool operator==(const Behaviour&, const Behaviour&) = default;
};

struct WhatIf {
    Behaviour behaviour;
    study::PriceFactors prices;

    bool neutral() const { return behaviour.neutral() && prices.neutral(); }
};

// A link or connection of which the scenario states the capacity.
struct Line {
    std::string id;
    Rate capacity;
};

// Those that a factor can be applied to, connections first. A connection without a capacity of its
// own is as fast as the provider's product and is not among them.
std::vector<Line> lines_of(const Scenario& scenario);

// A copy with the factors applied, and with at most `incidents` incidents of each class (0: as
// many as the scenario asks for).
std::shared_ptr<const Scenario> applied(const Scenario& scenario, const Behaviour& behaviour,
                                        std::int64_t incidents = 0);

}  // namespace reentry::gui
