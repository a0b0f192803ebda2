// The links of a scenario as arcs of a topology, and the connection that adds a provider to it.
#pragma once

#include "models/catalogue/provider.hpp"
#include "models/network/topology.hpp"
#include "models/scenario/scenario.hpp"

namespace reentry {

struct NetworkArcs {
    std::vector<Arc> arcs;
    std::vector<Outages> outages;  // per link number

    // Joins the provider's region (node `role`) to where the scenario reaches it.
    void connect(const Connection& connection, const NetworkProduct& product,
                 const std::string& role, sim::Duration provider_rtt);
};

NetworkArcs links_of(const Scenario& scenario);

}  // namespace reentry
