// The links of a scenario as arcs of a topology, and the connection that adds a provider to it.
#pragma once

#include "models/catalogue/provider.hpp"
#include "models/network/topology.hpp"
#include "models/scenario/scenario.hpp"

namespace reentry {

struct NetworkArcs {
    std::vector<Arc> arcs;
    std::vector<Outages> outages;  // per link number

    // Joins the provider's region (node `role`) to where the scenario reaches it. Providers that
    // are reached over one connection share its capacity and its outages. A second region lies
    // `further` away.
    void connect(const Connection& connection, const NetworkProduct& product,
                 const std::string& role, sim::Duration provider_rtt,
                 sim::Duration further = sim::Duration::zero());

    // Joins two regions over the provider's own network, which never fails and is not contracted.
    void join(const std::string& one, const std::string& other, double capacity, sim::Duration rtt);

 private:
    void add_both_ways(Arc arc);
    bool has_node(const std::string& name) const;
};

NetworkArcs links_of(const Scenario& scenario);

}  // namespace reentry
