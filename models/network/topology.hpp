// The network as a graph of sites, exchange points and provider regions (Boost.Graph), and the
// paths through it.
//
// Every link gives two directed arcs. A path is the one of smallest total RTT among the links that
// are up (ties: fewer links); when a link fails, the next best path takes over.
#pragma once

#include "models/network/tcp.hpp"
#include "models/scenario/network.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reentry {

inline constexpr double wide_open = 1e15;  // bytes per second: faster than anything beside it

// One direction of a link or connection.
struct Arc {
    std::string name;      // link or connection id
    std::string from, to;  // nodes
    double capacity = 0;   // bytes per second
    sim::Duration rtt{};
    double loss = 0;
    double backup_share = 1;  // of what other traffic leaves
    double recovery_share = 1;
    Business business;     // other traffic
    std::size_t link = 0;  // both directions of a link share this number
};

struct Path {
    std::vector<std::size_t> arcs;  // indices into Topology::arcs(), in order of travel
    sim::Duration rtt{};            // sum
    double loss = 0;                // 1 - product of (1 - loss)
};

class Topology {
 public:
    explicit Topology(std::vector<Arc> arcs);
    ~Topology();
    Topology(Topology&&) noexcept;
    Topology& operator=(Topology&&) noexcept;

    const std::vector<Arc>& arcs() const { return arcs_; }

    // The best path over links that are up (link_up by link number); empty path within one node;
    // nothing if cut off.
    std::optional<Path> path(std::string_view from, std::string_view to,
                             const std::vector<bool>& link_up) const;

 private:
    struct Graph;
    std::vector<Arc> arcs_;
    std::unique_ptr<Graph> graph_;
};

}  // namespace reentry
