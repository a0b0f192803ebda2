// Plain progressive filling: the max-min fair rates of one fixed set of flows.
//
// All flows' levels (rate / weight) rise together; whoever meets its cap or a full capacity stops
// there. The capacity with the smallest remaining capacity / sum(use * weight) fills first. No
// state, no cleverness: the yardstick for the incremental engine, and the tool for problems without
// time. Source: D. Bertsekas, R. Gallager, Data Networks, 2nd ed., 6.5.2.
#pragma once

#include "sim/flow/path.hpp"

#include <span>
#include <vector>

namespace reentry::sim {

struct StaticFlow {
    Path path;
    FlowOptions options;
};

// The rate of each flow in bytes/s, in the order given. Capacities >= 0 in bytes/s, by
// CapacityId::index. Contract: weights and caps > 0, uses > 0, every flow has a path or a finite
// cap.
std::vector<double> max_min_rates(std::span<const double> capacities,
                                  std::span<const StaticFlow> flows);

}  // namespace reentry::sim
