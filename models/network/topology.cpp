#include "models/network/topology.hpp"

#include "sim/check.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>

#include <algorithm>
#include <unordered_map>

namespace reentry {
namespace {

struct ArcIndex {
    std::size_t arc = 0;
    std::int64_t weight = 0;
};

using Digraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, ArcIndex>;

// Keeps the arcs whose link is up.
struct IsUp {
    const Digraph* graph = nullptr;
    const std::vector<Arc>* arcs = nullptr;
    const std::vector<bool>* up = nullptr;
    bool operator()(const Digraph::edge_descriptor& edge) const {
        return (*up)[(*arcs)[(*graph)[edge].arc].link];
    }
};

// The quickest live arc from one vertex to another; parallel links are allowed.
template <class Live>
std::size_t quickest_arc(const Live& live, std::size_t from, std::size_t to) {
    const ArcIndex* best = nullptr;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(from, live)))
        if (boost::target(edge, live) == to && (!best || live[edge].weight < best->weight))
            best = &live[edge];
    REENTRY_CHECK(best, "no arc from vertex {} to {}", from, to);
    return best->arc;
}

}  // namespace

struct Topology::Graph {
    Digraph digraph;
    std::unordered_map<std::string, std::size_t> node;

    std::size_t node_of(const std::string& name) {
        const auto [it, is_new] = node.try_emplace(name, node.size());
        if (is_new) boost::add_vertex(digraph);
        return it->second;
    }
};

Topology::Topology(std::vector<Arc> arcs) : arcs_(std::move(arcs)), graph_(new Graph) {
    for (std::size_t i = 0; i < arcs_.size(); ++i) {
        const auto from = graph_->node_of(arcs_[i].from), to = graph_->node_of(arcs_[i].to);
        // One nanosecond per arc makes the shorter of two equally quick paths win.
        boost::add_edge(from, to, ArcIndex{i, arcs_[i].rtt.count() + 1}, graph_->digraph);
    }
}

Topology::~Topology() = default;
Topology::Topology(Topology&&) noexcept = default;
Topology& Topology::operator=(Topology&&) noexcept = default;

std::optional<Path> Topology::path(std::string_view from, std::string_view to,
                                   const std::vector<bool>& link_up) const {
    if (from == to) return Path{};
    const auto& node = graph_->node;
    const auto source = node.find(std::string(from)), target = node.find(std::string(to));
    if (source == node.end() || target == node.end()) return std::nullopt;

    const auto& digraph = graph_->digraph;
    const boost::filtered_graph live(digraph, IsUp{&digraph, &arcs_, &link_up});
    std::vector<std::size_t> before(num_vertices(digraph));
    std::vector<std::int64_t> distance(num_vertices(digraph));
    boost::dijkstra_shortest_paths(live, source->second,
                                   boost::predecessor_map(before.data())
                                       .distance_map(distance.data())
                                       .weight_map(boost::get(&ArcIndex::weight, digraph)));

    Path path;
    double passes = 1;
    for (auto v = target->second; v != source->second; v = before[v]) {
        if (before[v] == v) return std::nullopt;
        const auto index = quickest_arc(live, before[v], v);
        const auto& arc = arcs_[index];
        path.arcs.push_back(index);
        path.rtt += arc.rtt;
        passes *= 1 - arc.loss;
    }
    path.loss = 1 - passes;
    std::reverse(path.arcs.begin(), path.arcs.end());
    return path;
}

}  // namespace reentry
