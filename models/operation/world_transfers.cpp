// Paths, and the transfers that take them.
#include "models/operation/world.hpp"

#include <utility>

namespace reentry {

const std::optional<Path>& World::path(std::size_t from, std::size_t to) {
    const auto index = from * nodes_.size() + to;
    if (!path_known_[index]) {
        const bool reached = dark_[from] == 0 && dark_[to] == 0;
        paths_[index] = reached ? topology_.path(nodes_[from], nodes_[to], link_up_) : std::nullopt;
        path_known_[index] = true;
    }
    return paths_[index];
}

sim::Path World::hops(const Shipment& shipment, const Path& path) const {
    sim::Path hops;
    if (shipment.from.device) hops.push_back({*shipment.from.device, shipment.from.use});
    if (shipment.from.quota) hops.push_back({*shipment.from.quota, shipment.from.requests});
    if (const auto& inside = inside_[shipment.from.node]; path.arcs.empty() && inside)
        hops.push_back({*inside});
    for (const auto arc : path.arcs) {
        hops.push_back({arcs_[arc].all});
        const auto& share =
            shipment.purpose == Purpose::backup ? arcs_[arc].backup : arcs_[arc].recovery;
        if (share) hops.push_back({*share});
    }
    if (shipment.to.device) hops.push_back({*shipment.to.device, shipment.to.use});
    if (shipment.to.quota) hops.push_back({*shipment.to.quota});
    return hops;
}

sim::Task<void> World::carry(Shipment shipment, Passage* passage) {
    if (passage) passage->steps.push_back({sim.now(), 0, 0, "links that are down"});
    const std::optional<Path>* route = &path(shipment.from.node, shipment.to.node);
    while (!*route) {
        co_await network_changed_;
        route = &path(shipment.from.node, shipment.to.node);
    }
    const auto& transport = what.scenario->transport;
    shipment.limits.tcp = {(*route)->rtt, (*route)->loss, transport.window, transport.segment};
    auto crossed = hops(shipment, **route);
    const auto cap = job_cap(shipment.limits);
    const auto rtt = (*route)->rtt;
    if (passage) passage->steps.push_back({sim.now(), 0, 0, "round trip"});
    co_await sim.delay(rtt);
    sim::FlowTrace trace;
    auto transfer = flows.transfer(std::move(crossed), shipment.bytes, {1.0, cap.rate},
                                   passage ? &trace : nullptr);
    try {
        co_await transfer;
    } catch (const sim::Interrupted&) {
        if (passage) passage->left = transfer.left();
        if (passage) tell(*passage, trace, cap.limit);
        throw;
    }
    if (passage) tell(*passage, trace, cap.limit);
}

// A step of no bytes follows from a link of its path that is down.
void World::tell(Passage& passage, const sim::FlowTrace& trace, const char* cap) const {
    for (const auto& step : trace)
        passage.steps.push_back({step.since, step.moved, step.rate,
                                 step.limit ? flows.name(*step.limit) : std::string(cap)});
    passage.end = sim.now();
}

bool World::cut_off(const End& place, const End& other) {
    const std::vector<bool> all_up(link_up_.size(), true);
    return !path(place.node, other.node) &&
           topology_.path(nodes_[place.node], nodes_[other.node], all_up);
}

}  // namespace reentry
