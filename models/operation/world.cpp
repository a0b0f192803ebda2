#include "models/operation/world.hpp"

#include <algorithm>

namespace reentry {
namespace {

// What other traffic leaves in working hours, relative to what it leaves at other times.
sim::CapacityProfile rhythm_of(const Business& business) {
    if (business.busy == business.quiet) return {};
    return sim::CapacityProfile::business_hours(static_cast<int>(business.busy_from),
                                                static_cast<int>(business.busy_to),
                                                (1 - business.busy) / (1 - business.quiet));
}

}  // namespace

World::World(const Case& the_case, sim::Time start, const RandomKey& random_key)
    : sim(start),
      flows(sim),
      what(the_case),
      key(random_key),
      topology_(the_case.arcs),
      network_changed_(sim) {
    add_arcs();
    add_sites();
    add_stores();
    add_gateways();
    add_tiers();
    add_regions();
    link_up_.assign(what.outages.size(), true);
    link_holds_.assign(what.outages.size(), 0);
    dark_.assign(nodes_.size(), 0);
    paths_.resize(nodes_.size() * nodes_.size());
    path_known_.assign(paths_.size(), false);
}

std::size_t World::node(const std::string& name) {
    const auto found = std::find(nodes_.begin(), nodes_.end(), name);
    if (found != nodes_.end()) return static_cast<std::size_t>(found - nodes_.begin());
    nodes_.push_back(name);
    return nodes_.size() - 1;
}

void World::add_arcs() {
    for (const auto& arc : what.arcs) {
        node(arc.from);
        node(arc.to);
        const auto rhythm = rhythm_of(arc.business);
        ArcCapacity capacity;
        capacity.rate = arc.capacity * (1 - arc.business.quiet);
        const auto name = "link " + arc.name;
        capacity.all = flows.add_capacity(capacity.rate, rhythm, name);
        const auto share = [&](double part) -> std::optional<sim::CapacityId> {
            if (part >= 1) return std::nullopt;
            return flows.add_capacity(capacity.rate * part, rhythm, name);
        };
        capacity.backup = share(arc.backup_share);
        capacity.recovery = share(arc.recovery_share);
        arcs_.push_back(capacity);
    }
}

void World::add_sites() {
    for (const auto& site : what.scenario->sites) {
        site_node_.push_back(node(site.node()));
        sites_.push_back({flows.add_capacity(site.production_read.bytes_per_second(),
                                             "production reading at " + site.id),
                          flows.add_capacity(site.production_write.bytes_per_second(),
                                             "production writing at " + site.id)});
        crews_.emplace_back(sim, static_cast<int>(site.crew.operators * site.crew.restores_each),
                            sim::Discipline::priority, "crew of " + site.id);
    }
}

void World::add_stores() {
    for (const auto& store : what.scenario->stores) {
        Device device;
        drives_.push_back(nullptr);
        if (store.kind == StoreKind::disk) {
            device.read =
                flows.add_capacity(store.read.bytes_per_second(), "reading from " + store.id);
            device.write =
                flows.add_capacity(store.write.bytes_per_second(), "writing to " + store.id);
        } else if (store.kind == StoreKind::array) {
            device = sites_[site_index(store.site)];
        } else if (store.kind == StoreKind::tape_library) {
            drives_.back() =
                &drive_pool_.emplace_back(sim, static_cast<int>(store.drives),
                                          sim::Discipline::priority, "drives of " + store.id);
        }
        stores_.push_back(device);
    }
}

// A gateway's own speeds are the provider's, its number and sizes the store's.
void World::add_gateways() {
    gateways_.resize(what.scenario->stores.size());
    for (const auto& place : what.places) {
        if (!place.gateway || gateways_[place.gateway->store]) continue;
        const auto index = place.gateway->store;
        const auto& store = what.scenario->stores[index];
        const auto& figures = place.gateway->figures;
        const auto count = static_cast<double>(store.gateways);
        auto& gateway = gateways_[index].emplace(
            sim, store.upload_buffer.count() / 1'000'000'000 * store.gateways, store.gateways);
        const auto speed = [&](double each, const std::string& name) {
            return flows.add_capacity(std::min(each, wide_open) * count, name + store.id);
        };
        gateway.write = speed(figures.write, "writing to ");
        gateway.read = speed(figures.cache_read, "cache of ");
        gateway.recall = speed(figures.cloud_read, "reading tapes through ");
        drives_[index] =
            &drive_pool_.emplace_back(sim, static_cast<int>(figures.drives * store.gateways),
                                      sim::Discipline::priority, "virtual drives of " + store.id);
    }
}

// What stays inside a region crosses no link; while the region is dark it stands still all the
// same.
void World::add_regions() {
    inside_.resize(nodes_.size());
    for (const auto& place : what.places) {
        if (place.role.empty()) continue;
        auto& inside = inside_[node(place.role)];
        if (!inside) inside = flows.add_capacity(wide_open, "outage of " + place.role);
    }
}

}  // namespace reentry
