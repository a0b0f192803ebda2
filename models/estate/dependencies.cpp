#include "models/estate/dependencies.hpp"

#include "sim/check.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <unordered_map>

namespace reentry {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

// Edges run from a workload to what it needs; names that do not exist are left out.
Graph graph_of(const std::vector<Workload>& workloads) {
    std::unordered_map<std::string, std::size_t> index;
    for (std::size_t i = 0; i < workloads.size(); ++i) index.emplace(workloads[i].id, i);
    Graph graph(workloads.size());
    for (std::size_t i = 0; i < workloads.size(); ++i)
        for (const auto& need : workloads[i].depends_on)
            if (const auto found = index.find(need); found != index.end())
                boost::add_edge(i, found->second, graph);
    return graph;
}

// Notes the first cycle met: the path from the vertex that the back edge closes on.
struct CycleFinder : boost::default_dfs_visitor {
    std::vector<std::size_t>* path;
    std::vector<std::size_t>* cycle;

    void discover_vertex(std::size_t v, const Graph&) { path->push_back(v); }
    void finish_vertex(std::size_t, const Graph&) { path->pop_back(); }
    void back_edge(const boost::graph_traits<Graph>::edge_descriptor& edge, const Graph& graph) {
        if (!cycle->empty()) return;
        const auto head = boost::target(edge, graph);
        cycle->assign(std::find(path->begin(), path->end(), head), path->end());
        cycle->push_back(head);
    }
};

}  // namespace

std::vector<std::string> dependency_cycle(const std::vector<Workload>& workloads) {
    const Graph graph = graph_of(workloads);
    std::vector<std::size_t> path, cycle;
    CycleFinder finder;
    finder.path = &path;
    finder.cycle = &cycle;
    boost::depth_first_search(graph, boost::visitor(finder));
    std::vector<std::string> names;
    for (const auto v : cycle) names.push_back(workloads[v].id);
    return names;
}

Dependencies dependencies_of(const std::vector<Workload>& workloads) {
    REENTRY_CHECK(dependency_cycle(workloads).empty(), "dependencies form a cycle");
    const Graph graph = graph_of(workloads);
    Dependencies result;
    result.needs.resize(workloads.size());
    for (std::size_t i = 0; i < workloads.size(); ++i)
        for (const auto edge : boost::make_iterator_range(boost::out_edges(i, graph)))
            result.needs[i].push_back(boost::target(edge, graph));
    boost::topological_sort(graph, std::back_inserter(result.order));
    return result;
}

}  // namespace reentry
