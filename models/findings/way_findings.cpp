#include "models/findings/combinations.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

// The site at which what a lost site took comes back; null: at its own place.
const Site* refuge(const Case& what, const Incident& incident) {
    const auto& sites = what.scenario->sites;
    if (what.recover_at != none) return &sites[what.recover_at];
    const auto found = std::find_if(sites.begin(), sites.end(), [&incident](const Site& site) {
        return site.id == incident.recover_at;
    });
    return found == sites.end() ? nullptr : &*found;
}

// The first link of the best way that ends at the node, which is neither end of the way; null when
// the way goes round it.
const Arc* link_through(const Topology& network, const std::string& from, const std::string& to,
                        const std::string& node) {
    if (from == node || to == node) return nullptr;
    std::size_t links = 0;
    for (const auto& arc : network.arcs()) links = std::max(links, arc.link + 1);
    const auto way = network.path(from, to, std::vector<bool>(links, true));
    if (!way) return nullptr;
    for (const auto arc : way->arcs)
        if (network.arcs()[arc].to == node) return &network.arcs()[arc];
    return nullptr;
}

}  // namespace

std::vector<Finding> way_findings(const Case& what) {
    std::vector<Finding> found;
    const Topology network(what.arcs);
    for (const auto& incident : what.scenario->incidents) {
        const auto* to = refuge(what, incident);
        if (incident.kind != IncidentKind::lost_site || to == nullptr) continue;
        for (std::size_t c = 0; c < what.places.size(); ++c) {
            const auto* link =
                link_through(network, what.places[c].node, to->node(), incident.site);
            if (link == nullptr) continue;
            found.push_back(
                {Weight::warns, "way-through-lost-site", what.strategy->copies[c].id,
                 fmt::format("after {} it is read at {} over {}, which ends at the lost site {}: "
                             "links outlive their sites here, so the recovery is told too "
                             "fast; plan a link that goes round it",
                             incident.id, to->id, link->name, incident.site)});
        }
    }
    return found;
}

}  // namespace reentry
