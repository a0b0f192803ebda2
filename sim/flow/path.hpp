// The words that the static solver, the engine and the kernel's flow network share.
//
// A capacity is anything that many flows use at one common rate: a disk's reading, a link's
// direction, a provider's limit. A flow crosses several at once and moves at one rate through all
// of them.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

namespace reentry::sim {

// Names one capacity of one network; handed out by add_capacity.
struct CapacityId {
    std::uint32_t index = 0;
    friend constexpr auto operator<=>(const CapacityId&, const CapacityId&) = default;
};

// One capacity that a flow crosses. It takes `use` bytes/s of the capacity per byte/s of the flow
// (> 0).
struct Hop {
    CapacityId capacity;
    double use = 1.0;
};

// The order of hops has no effect; naming a capacity twice adds the uses.
using Path = std::vector<Hop>;

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

struct FlowOptions {
    double weight = 1.0;     // its share is proportional to this (> 0)
    double cap = unlimited;  // it never exceeds this rate, in bytes/s (> 0)
};

}  // namespace reentry::sim
