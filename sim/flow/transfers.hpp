// When does each of a fixed list of transfers finish? The fluid engine run over links and flows
// given as data.
#pragma once

#include "sim/clock.hpp"
#include "sim/flow/path.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reentry::sim {

struct TransferLink {
    std::string name;
    double capacity = 0.0;  // bytes/s
};

struct TransferFlow {
    std::string name;
    Time start{};
    double bytes = 0.0;
    std::vector<CapacityId> path;  // indices into the links
    FlowOptions options;
};

// The instant at which each flow finishes, in the order given; none if it never does (capacity 0).
// Flows that start at one instant start in the order given.
std::vector<std::optional<Time>> finish_times(std::span<const TransferLink> links,
                                              std::span<const TransferFlow> flows);

}  // namespace reentry::sim
