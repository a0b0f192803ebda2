#include "models/operation/case.hpp"

#include "models/estate/urgency.hpp"
#include "models/operation/effective_stages.hpp"
#include "models/operation/network_arcs.hpp"
#include "models/operation/places.hpp"
#include "sim/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reentry {
namespace {

constexpr sim::Duration between_regions = std::chrono::milliseconds{20};  // of one continent

template <class T>
std::size_t index_of(const std::vector<T>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& x) { return x.id == id; });
    return found == all.end() ? none : static_cast<std::size_t>(found - all.begin());
}

// Resolves the places of one strategy; the first thing that cannot be had ends it with a reason.
class Builder {
 public:
    Builder(const Scenario& scenario, const Strategy& strategy, const std::string& provider,
            const Catalogue& catalogue)
        : catalogue_(catalogue), places_(scenario, catalogue, providers_) {
        made_.scenario = &scenario;
        made_.strategy = &strategy;
        if (uses_role(strategy, "provider") || uses_role(strategy, "region"))
            made_.provider = provider;
    }

    Offer build() {
        bind("provider", made_.provider);
        bind("second", made_.strategy->second);
        bind("region", made_.provider);
        for (const auto& copy : made_.strategy->copies) add_copy(copy);
        if (reason().empty()) connect();
        if (!reason().empty()) return {std::nullopt, reason()};
        made_.dependencies = dependencies_of(made_.scenario->workloads);
        made_.recover_at = index_of(made_.scenario->sites, made_.strategy->recover_at);
        made_.urgency = urgencies(*made_.scenario, made_.dependencies);
        for (const auto& workload : made_.scenario->workloads)
            made_.stages.push_back(
                stages_of(workload, catalogue_.workload_kind(files::word_of(workload.kind))));
        return {std::move(made_), {}};
    }

 private:
    void refuse(std::string reason) {
        if (reason_.empty()) reason_ = std::move(reason);
    }
    const std::string& reason() const { return reason_.empty() ? places_.reason() : reason_; }

    void bind(const std::string& role, const std::string& id) {
        if (!uses_role(*made_.strategy, role)) return;
        const auto* provider = catalogue_.provider(id);
        if (!provider) return refuse(fmt::format("there is no catalogue \"{}\"", id));
        providers_.emplace_back(role, provider);
    }

    void add_copy(const Copy& copy) {
        made_.places.push_back(places_.of(copy));
        const auto& here = made_.places.back();
        if (copy.method == Method::replication && here.kind == Location::Kind::tape)
            refuse(
                fmt::format("{} is a replica: no tape follows production all the time", copy.id));
        if (const auto* option = thaw_of(here); option && option->needs_unit && copy.thaw_units > 0)
            made_.held.push_back(
                {frozen_in(here), Meter::provisioned_unit, copy.thaw_units * copy.accounts});
        made_.promote_at.push_back(index_of(made_.scenario->sites, copy.promote));
        made_.covers.push_back(selected(made_.scenario->workloads,
                                        without_groups(made_.scenario->groups, copy.workloads)));
        const auto from =
            copy.from == "source" ? none : index_of(made_.strategy->copies, copy.from);
        made_.from.push_back(from);
        if (from >= made_.places.size()) return;
        const auto& origin = made_.places[from];
        if (origin.thaw)
            refuse(fmt::format("{} copies from {}, which must be thawed first", copy.id,
                               origin.tier.name));
        if (origin.gateway)
            refuse(fmt::format("{} copies from {}, whose tapes must be recalled first", copy.id,
                               origin.tier.name));
        if (origin.vault != none)
            refuse(fmt::format("{} copies from {}, whose tapes must be fetched first", copy.id,
                               made_.scenario->stores[origin.vault].id));
        const bool one_library = origin.kind == Location::Kind::tape && origin.store == here.store;
        if (one_library && made_.scenario->stores[here.store].drives < 2)
            refuse(fmt::format("{} reads and writes tapes in {}, which has one drive", copy.id,
                               made_.scenario->stores[here.store].id));
    }

    // The network with the provider in it.
    void connect() {
        auto network = links_of(*made_.scenario);
        for (const auto& [role, provider] : providers_) reach(role, *provider, network);
        made_.arcs = std::move(network.arcs);
        made_.outages = std::move(network.outages);
        find_routes();
        for (std::size_t s = 0; s < made_.scenario->stores.size(); ++s)
            if (is_library_in_use(s)) hold_library(made_.scenario->stores[s]);
        for (std::size_t s = 0; s < made_.scenario->stores.size(); ++s)
            if (is_gateway_in_use(s))
                made_.held.push_back({made_.scenario->stores[s].id, Meter::device,
                                      made_.scenario->stores[s].gateways, "gateway"});
    }

    void reach(const std::string& role, const Provider& provider, NetworkArcs& network) {
        const auto& connections = made_.scenario->connections;
        const auto which = index_of(connections, made_.strategy->connection);
        if (which == none) return refuse("the strategy names no connection to its provider");
        const auto& connection = connections[which];
        const auto* product = provider.connection(connection.product);
        if (!product)
            return refuse(fmt::format("{} offers no connection of class {}", provider.name,
                                      connection.product));
        const bool second_region = role == "region";
        const auto further = second_region ? between_regions : sim::Duration::zero();
        network.connect(connection, *product, role, provider.rtt, further);
        for (auto& place : made_.places)
            if (place.role == role) place.product = product->id;
        if (second_region) return join_regions(provider, network);
        for (const auto meter : product->held)
            made_.held.push_back({role + "/" + product->id, meter, connection.count});
    }

    // A copy in another region comes there over the provider's own network.
    void join_regions(const Provider& provider, NetworkArcs& network) {
        const auto* backbone = provider.connection("peer-region");
        if (!backbone)
            return refuse(fmt::format("{} offers no transfer to another region", provider.name));
        if (uses_role(*made_.strategy, "provider"))
            network.join("provider", "region", backbone->capacity, between_regions);
    }

    // The path between two nodes with all links up; without one the strategy cannot be had.
    Path route(const Topology& topology, const std::string& from, const std::string& to) {
        const auto path = topology.path(from, to, std::vector<bool>(made_.outages.size(), true));
        if (!path) refuse(fmt::format("no link leads from {} to {}", from, to));
        return path.value_or(Path{});
    }

    // Notes the links that are paid for to get from one node to another: those of the best way, and
    // those that take over when one of its links fails.
    void keep_links(const Topology& topology, const std::string& from, const std::string& to) {
        const std::vector<bool> all_up(made_.outages.size(), true);
        const auto best = topology.path(from, to, all_up);
        if (!best) return;
        const auto keep = [this](const Path& path) {
            for (const auto arc : path.arcs)
                if (!made_.arcs[arc].name.empty()) kept_.insert(made_.arcs[arc].name);
        };
        keep(*best);
        for (const auto arc : best->arcs) {
            auto up = all_up;
            up[made_.arcs[arc].link] = false;
            if (const auto other = topology.path(from, to, up)) keep(*other);
        }
    }

    // The way of every backup, and that there is one for every recovery elsewhere. Links and
    // connections are paid for where a backup or its recovery may cross them.
    void find_routes() {
        const Topology topology(made_.arcs);
        const auto workloads = made_.scenario->workloads.size();
        made_.route.assign(made_.places.size(), {});
        for (std::size_t c = 0; c < made_.places.size(); ++c) {
            made_.route[c].resize(workloads);
            for (const auto w : made_.covers[c]) find_route(topology, c, w);
            if (made_.places[c].kind != Location::Kind::tape) lead_elsewhere(topology, c);
        }
        for (const auto& name : kept_) made_.held.push_back({"contract/" + name, Meter::port, 1});
    }

    // From the source, or the copy that is read, to the place: by the gateway if there is one.
    void find_route(const Topology& topology, std::size_t copy, std::size_t workload) {
        const auto& place = made_.places[copy];
        const auto from = made_.from[copy];
        std::string at =
            from == none ? made_.scenario->workloads[workload].site : made_.places[from].node;
        std::vector<std::string> stops{place.node};
        if (place.gateway)
            stops.insert(stops.begin(), made_.scenario->stores[place.gateway->store].site);
        for (const auto& stop : stops) {
            for (const auto arc : route(topology, at, stop).arcs)
                made_.route[copy][workload].push_back(made_.arcs[arc].link);
            keep_links(topology, at, stop);
            at = stop;
        }
        keep_links(topology, place.node, made_.scenario->workloads[workload].site);
    }

    // Recoveries at another site must have a way there.
    void lead_elsewhere(const Topology& topology, std::size_t copy) {
        const auto& sites = made_.scenario->sites;
        const auto lead = [&](const std::string& site) {
            const auto index = index_of(sites, site);
            if (index == none) return;
            route(topology, made_.places[copy].node, sites[index].node());
            keep_links(topology, made_.places[copy].node, sites[index].node());
        };
        lead(made_.strategy->recover_at);
        for (const auto& incident : made_.scenario->incidents)
            if (made_.strategy->recover_at.empty() || incident.kind != IncidentKind::lost_site)
                lead(incident.recover_at);
    }

    bool is_library_in_use(std::size_t store) const {
        return std::any_of(made_.places.begin(), made_.places.end(), [store](const Location& p) {
            return p.kind == Location::Kind::tape && (p.store == store || p.reader == store);
        });
    }

    bool is_gateway_in_use(std::size_t store) const {
        return std::any_of(made_.places.begin(), made_.places.end(), [store](const Location& p) {
            return p.gateway && p.gateway->store == store;
        });
    }

    void hold_library(const Store& store) {
        made_.held.push_back({store.id, Meter::device, 1, "library"});
        made_.held.push_back({store.id, Meter::device, store.drives, "drive"});
    }

    const Catalogue& catalogue_;
    Case made_;
    Places::Bound providers_;
    Places places_;
    std::set<std::string> kept_;  // links and connections that are paid for
    std::string reason_;
};

}  // namespace

bool uses_role(const Strategy& strategy, std::string_view role) {
    return std::any_of(strategy.copies.begin(), strategy.copies.end(),
                       [&](const Copy& copy) { return split_place(copy.to).first == role; });
}

std::vector<std::size_t> selected(const std::vector<Workload>& workloads,
                                  const std::vector<std::string>& selectors) {
    std::vector<std::size_t> result;
    for (std::size_t w = 0; w < workloads.size(); ++w) {
        const bool named =
            std::count(selectors.begin(), selectors.end(), workloads[w].id) ||
            std::count(selectors.begin(), selectors.end(), files::word_of(workloads[w].kind));
        if (selectors.empty() || named) result.push_back(w);
    }
    return result;
}

Offer make_case(const Scenario& scenario, const Strategy& strategy, const std::string& provider,
                const Catalogue& catalogue) {
    return Builder(scenario, strategy, provider, catalogue).build();
}

}  // namespace reentry
