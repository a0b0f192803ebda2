// Where transfers begin and end.
#include "models/operation/world.hpp"
#include "sim/check.hpp"

#include <algorithm>

namespace reentry {

std::size_t World::site_index(std::string_view id) const {
    const auto& sites = what.scenario->sites;
    const auto found =
        std::find_if(sites.begin(), sites.end(), [&](const Site& s) { return s.id == id; });
    REENTRY_CHECK(found != sites.end(), "no site {}", id);
    return static_cast<std::size_t>(found - sites.begin());
}

End World::source_of(std::size_t workload) const {
    return source_at(workload, site_index(what.scenario->workloads[workload].site));
}

End World::source_at(std::size_t workload, std::size_t site) const {
    return {site_node_[site], sites_[site].read, what.scenario->workloads[workload].reduction};
}

End World::target_for(std::size_t workload, std::size_t site) const {
    return {site_node_[site], sites_[site].write, what.scenario->workloads[workload].reduction};
}

End World::reading(std::size_t copy) const {
    const auto& device = places_[copy];
    return {place_node_[copy], device.read, device.read_use, get_quota_[copy]};
}

End World::writing(std::size_t copy) const {
    const auto& gateway = what.places[copy].gateway;
    if (!gateway) return uploading(copy);
    const auto& store = what.scenario->stores[gateway->store];
    return {site_node_[site_index(store.site)], gateways_[gateway->store]->write};
}

End World::uploading(std::size_t copy) const {
    const auto& device = places_[copy];
    return {place_node_[copy], device.write, device.write_use, put_quota_[copy]};
}

End World::cached(std::size_t copy) const {
    const auto store = what.places[copy].gateway->store;
    const auto site = site_index(what.scenario->stores[store].site);
    return {site_node_[site], gateways_[store]->read};
}

End World::into_store(std::size_t store) const {
    return {site_node_[site_index(what.scenario->stores[store].site)], stores_[store].write};
}

}  // namespace reentry
