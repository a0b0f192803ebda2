#include "models/operation/world.hpp"

#include "models/scenario/draw.hpp"
#include "sim/check.hpp"

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

// Copies in one class share its accounts: the most that one of them states.
double accounts_at(const Case& what, const std::string& resource) {
    std::int64_t most = 1;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (what.places[c].resource == resource)
            most = std::max(most, what.strategy->copies[c].accounts);
    return static_cast<double>(most);
}
constexpr double fastest = 1e15;  // bytes per second that stand for "no limit"

bool limits(double rate) { return rate > 0 && rate < unlimited; }

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
            return flows.add_capacity(std::min(each, fastest) * count, name + store.id);
        };
        gateway.write = speed(figures.write, "writing to ");
        gateway.read = speed(figures.cache_read, "cache of ");
        gateway.recall = speed(figures.cloud_read, "reading tapes through ");
        drives_[index] =
            &drive_pool_.emplace_back(sim, static_cast<int>(figures.drives * store.gateways),
                                      sim::Discipline::priority, "virtual drives of " + store.id);
    }
}

// Copies in the same tier of the same provider share its limits; requests are counted for each
// copy, which has a bucket or prefix of its own.
void World::add_tiers() {
    const auto limit = [this](double amount, sim::Duration per) -> sim::RateLimit* {
        if (!limits(amount)) return nullptr;
        return &limits_.emplace_back(sim, amount, per, 0.0);
    };
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& place = what.places[c];
        place_node_.push_back(node(place.node));
        add_quotas(c);
        const auto twin =
            std::find_if(what.places.begin(), what.places.begin() + static_cast<std::ptrdiff_t>(c),
                         [&](const Location& other) {
                             return other.resource == place.resource &&
                                    other.gateway.has_value() == place.gateway.has_value() &&
                                    other.later.has_value() == place.later.has_value();
                         });
        if (const auto t = static_cast<std::size_t>(twin - what.places.begin()); t < c) {
            places_.push_back(places_[t]);
            thaw_requests_.push_back(thaw_requests_[t]);
            thaw_bytes_.push_back(thaw_bytes_[t]);
            continue;
        }
        places_.push_back(device_of(c));
        const double accounts = accounts_at(what, place.resource);
        const Thaw* thaw = thaw_of(place);
        thaw_requests_.push_back(
            thaw ? limit(thaw->requests_per_second * accounts, std::chrono::seconds{1}) : nullptr);
        thaw_bytes_.push_back(thaw ? limit(thaw->bytes_per_hour * accounts, std::chrono::hours{1})
                                   : nullptr);
    }
}

// What the requests that a class accepts for a copy can carry, of so many objects each.
void World::add_quotas(std::size_t copy) {
    const auto& place = what.places[copy];
    const auto& product = place.integration;
    const auto accounts = static_cast<double>(what.strategy->copies[copy].accounts);
    const auto quota = [&](double per_second, double per_object,
                           const char* of) -> std::optional<sim::CapacityId> {
        const double bytes =
            per_second * accounts / std::max(1.0, per_object) * product.object_bytes;
        if (place.kind != Location::Kind::tier || place.gateway || !limits(bytes)) return {};
        return flows.add_capacity(bytes, of + place.resource);
    };
    put_quota_.push_back(
        quota(place.tier.puts_per_second, product.puts_per_object, "requests of "));
    get_quota_.push_back(
        quota(place.tier.gets_per_second, product.gets_per_object, "reading requests of "));
}

World::Device World::device_of(std::size_t copy) {
    const auto& place = what.places[copy];
    if (place.kind != Location::Kind::tier) return stores_[place.store];
    Device device;
    if (limits(place.tier.aggregate))
        device.read = device.write =
            flows.add_capacity(place.tier.aggregate * accounts_at(what, place.resource),
                               "throughput of " + place.resource);
    if (place.gateway) device.read = gateways_[place.gateway->store]->recall;
    return device;
}

std::size_t World::site_index(std::string_view id) const {
    const auto& sites = what.scenario->sites;
    const auto found =
        std::find_if(sites.begin(), sites.end(), [&](const Site& s) { return s.id == id; });
    REENTRY_CHECK(found != sites.end(), "no site {}", id);
    return static_cast<std::size_t>(found - sites.begin());
}

End World::source_of(std::size_t workload) const {
    const auto& subject = what.scenario->workloads[workload];
    const auto site = site_index(subject.site);
    return {site_node_[site], sites_[site].read, subject.reduction};
}

End World::target_for(std::size_t workload, std::size_t site) const {
    return {site_node_[site], sites_[site].write, what.scenario->workloads[workload].reduction};
}

End World::reading(std::size_t copy) const {
    return {place_node_[copy], places_[copy].read, 1, get_quota_[copy]};
}

End World::writing(std::size_t copy) const {
    const auto& gateway = what.places[copy].gateway;
    if (!gateway) return uploading(copy);
    const auto& store = what.scenario->stores[gateway->store];
    return {site_node_[site_index(store.site)], gateways_[gateway->store]->write};
}

End World::uploading(std::size_t copy) const {
    return {place_node_[copy], places_[copy].write, 1, put_quota_[copy]};
}

End World::cached(std::size_t copy) const {
    const auto store = what.places[copy].gateway->store;
    const auto site = site_index(what.scenario->stores[store].site);
    return {site_node_[site], gateways_[store]->read};
}

End World::into_store(std::size_t store) const {
    return {site_node_[site_index(what.scenario->stores[store].site)], stores_[store].write};
}

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
    if (shipment.from.quota) hops.push_back({*shipment.from.quota});
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

void World::start_outages(const std::vector<Outage>& known) {
    for (std::size_t link = 0; link < what.outages.size(); ++link) {
        std::optional<sim::Time> until;
        for (const auto& outage : known)
            if (outage.link == link && outage.begin <= sim.now() && sim.now() < outage.end)
                until = outage.end;
        if (until || what.outages[link].rate.per_year() > 0)
            sim.spawn(fail_and_repair(link, until), "outages");
    }
}

sim::Task<void> World::fail_and_repair(std::size_t link, std::optional<sim::Time> down_until) {
    const auto arc = std::find_if(what.arcs.begin(), what.arcs.end(),
                                  [link](const Arc& a) { return a.link == link; });
    auto random = key.stream("outage/" + arc->name);
    if (down_until) {
        const auto rest = *down_until - sim.now();
        auto down = stay_down(link, rest);
        co_await down;
    }
    const double per_year = what.outages[link].rate.per_year();
    if (!(per_year > 0)) co_return;
    const auto between = sim::Distribution::exponential(365 * 86'400 / per_year);
    for (;;) {
        const auto pause = sim::from_seconds(between.sample(random));
        co_await sim.delay(pause);
        const auto length = sample(what.outages[link].repair, random);
        auto down = stay_down(link, length);
        co_await down;
    }
}

sim::Task<void> World::stay_down(std::size_t link, sim::Duration length) {
    outages_.push_back({link, sim.now(), sim.now() + length});
    set_link(link, false);
    co_await sim.delay(length);
    set_link(link, true);
}

// Known outages and new ones may overlap: a link is up when nothing holds it down.
void World::set_link(std::size_t link, bool up) {
    link_holds_[link] += up ? -1 : 1;
    link_up_[link] = link_holds_[link] == 0;
    for (std::size_t arc = 0; arc < what.arcs.size(); ++arc)
        if (what.arcs[arc].link == link) hold(arc, !up);
    forget_paths();
}

void World::set_region(std::size_t node, bool up) {
    dark_[node] += up ? -1 : 1;
    for (std::size_t arc = 0; arc < what.arcs.size(); ++arc)
        if (what.arcs[arc].from == nodes_[node] || what.arcs[arc].to == nodes_[node])
            hold(arc, !up);
    forget_paths();
}

// An arc that is down carries nothing; transfers under way on it wait, new ones go round it if they
// can.
void World::hold(std::size_t arc, bool down) {
    auto& capacity = arcs_[arc];
    capacity.holds += down ? 1 : -1;
    flows.set_capacity(capacity.all, capacity.holds == 0 ? capacity.rate : 0);
}

void World::forget_paths() {
    path_known_.assign(path_known_.size(), false);
    network_changed_.notify();
}

bool World::cut_off(const End& place, const End& other) {
    const std::vector<bool> all_up(link_up_.size(), true);
    return !path(place.node, other.node) &&
           topology_.path(nodes_[place.node], nodes_[other.node], all_up);
}

void World::lose_link(const std::string& name, sim::Duration length) {
    const auto arc = std::find_if(what.arcs.begin(), what.arcs.end(),
                                  [&name](const Arc& a) { return a.name == name; });
    if (arc == what.arcs.end()) return;
    const auto link = arc->link;
    set_link(link, false);
    sim.at(sim.now() + length, [this, link] { set_link(link, true); });
}

void World::lose_region(const std::string& role, sim::Duration length) {
    const auto found = std::find(nodes_.begin(), nodes_.end(), role);
    if (found == nodes_.end()) return;
    const auto region = static_cast<std::size_t>(found - nodes_.begin());
    set_region(region, false);
    sim.at(sim.now() + length, [this, region] { set_region(region, true); });
}

}  // namespace reentry
