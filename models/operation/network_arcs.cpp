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
    return std::min(rate, wide_open);
}

}  // namespace

void NetworkArcs::add_both_ways(Arc arc) {
    arcs.push_back(arc);
    std::swap(arc.from, arc.to);
    arcs.push_back(arc);
}

bool NetworkArcs::has_node(const std::string& name) const {
    return std::any_of(arcs.begin(), arcs.end(),
                       [&](const Arc& arc) { return arc.from == name || arc.to == name; });
}

void NetworkArcs::connect(const Connection& connection, const NetworkProduct& product,
                          const std::string& role, sim::Duration provider_rtt,
                          sim::Duration further) {
    const std::string far_end = "end of " + connection.id;
    const bool stated = connection.rtt > sim::Duration::zero();
    Arc line;
    line.name = connection.id;
    if (!has_node(far_end)) {
        line.from = connection.at;
        line.to = far_end;
        line.capacity = speed(connection, product);
        line.rtt = connection.rtt;
        line.loss = connection.loss;
        line.link = outages.size();
        add_both_ways(line);
        outages.push_back(connection.outages);
    }
    Arc region;
    region.name = connection.id;
    region.from = far_end;
    region.to = role;
    region.capacity = wide_open;
    region.rtt = (stated ? sim::Duration::zero() : provider_rtt) + further;
    region.link = outages.size() - 1;
    add_both_ways(region);
}

void NetworkArcs::join(const std::string& one, const std::string& other, double capacity,
                       sim::Duration rtt) {
    Arc backbone;
    backbone.from = one;
    backbone.to = other;
    backbone.capacity = std::min(capacity, wide_open);
    backbone.rtt = rtt;
    backbone.link = outages.size();
    add_both_ways(backbone);
    outages.emplace_back();
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
