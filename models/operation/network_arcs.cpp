#include "models/operation/network_arcs.hpp"

#include <algorithm>

namespace reentry {
namespace {

// The speed of a connection that states none: the product's, times the ports or tunnels where these
// add up. What nothing limits is as fast as the links before it, so a large finite number does.
double speed(const Connection& connection, const NetworkProduct& product) {
    if (connection.capacity > Rate{0}) return connection.capacity.bytes_per_second();
    const auto count = static_cast<double>(connection.count);
    double rate = product.per_tunnel ? product.tunnel_limit * count : product.capacity * count;
    return std::min(rate, 1e15);
}

}  // namespace

void NetworkArcs::connect(const Connection& connection, const NetworkProduct& product,
                          const std::string& role, sim::Duration provider_rtt) {
    Arc arc;
    arc.name = connection.id;
    arc.capacity = speed(connection, product);
    arc.rtt = connection.rtt > sim::Duration::zero() ? connection.rtt : provider_rtt;
    arc.loss = connection.loss;
    arc.link = outages.size();
    arc.from = connection.at;
    arc.to = role;
    arcs.push_back(arc);
    std::swap(arc.from, arc.to);
    arcs.push_back(arc);
    outages.push_back(connection.outages);
}

NetworkArcs links_of(const Scenario& scenario) {
    NetworkArcs network;
    for (const auto& link : scenario.links) {
        Arc arc{link.id,           link.from,
                link.to,           link.capacity.bytes_per_second(),
                link.rtt,          link.loss,
                link.backup_share, link.recovery_share,
                link.business,     network.outages.size()};
        network.arcs.push_back(arc);
        std::swap(arc.from, arc.to);
        if (link.capacity_back > Rate{0}) arc.capacity = link.capacity_back.bytes_per_second();
        network.arcs.push_back(arc);
        network.outages.push_back(link.outages);
    }
    return network;
}

}  // namespace reentry
