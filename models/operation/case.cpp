#include "models/operation/case.hpp"

#include "models/estate/urgency.hpp"
#include "models/operation/effective_stages.hpp"
#include "models/operation/network_arcs.hpp"
#include "sim/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reentry {
namespace {

// "provider/cold" -> {"provider", "cold"}; own stores have no role.
std::pair<std::string, std::string> split_place(const std::string& to) {
    const auto slash = to.find('/');
    if (slash == std::string::npos) return {"", to};
    return {to.substr(0, slash), to.substr(slash + 1)};
}

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
        : catalogue_(catalogue) {
        made_.scenario = &scenario;
        made_.strategy = &strategy;
        if (uses_role(strategy, "provider")) made_.provider = provider;
    }

    Offer build() {
        bind("provider", made_.provider);
        bind("second", made_.strategy->second);
        for (const auto& copy : made_.strategy->copies) add_copy(copy);
        if (reason_.empty()) connect();
        if (!reason_.empty()) return {std::nullopt, reason_};
        made_.dependencies = dependencies_of(made_.scenario->workloads);
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

    void bind(const std::string& role, const std::string& id) {
        if (!uses_role(*made_.strategy, role)) return;
        const auto* provider = catalogue_.provider(id);
        if (!provider) return refuse(fmt::format("there is no catalogue \"{}\"", id));
        providers_.emplace_back(role, provider);
    }

    const Provider* bound(const std::string& role) const {
        for (const auto& [name, provider] : providers_)
            if (name == role) return provider;
        return nullptr;
    }

    void add_copy(const Copy& copy) {
        const auto [role, name] = split_place(copy.to);
        Location place = role.empty() ? own_store(name) : tier(role, name, copy);
        const auto* product = catalogue_.integration(copy.integration);
        if (!product)
            return refuse(fmt::format("there is no integration \"{}\"", copy.integration));
        place.integration = product->figures;
        const auto& forbidden = place.integration.forbidden;
        if (!role.empty() && std::count(forbidden.begin(), forbidden.end(), name))
            refuse(fmt::format("{} cannot keep backups in the class {}", product->file.name, name));
        place.immutable = place.immutable || copy.locked;
        made_.places.push_back(std::move(place));
        made_.covers.push_back(selected(made_.scenario->workloads, copy.workloads));
        const auto from =
            copy.from == "source" ? none : index_of(made_.strategy->copies, copy.from);
        if (from < made_.places.size() && made_.places[from].thaw)
            refuse(fmt::format("{} copies from {}, which must be thawed first", copy.id,
                               made_.places[from].tier.name));
        made_.from.push_back(from);
    }

    Location own_store(const std::string& id) {
        const auto& stores = made_.scenario->stores;
        Location place;
        place.store = index_of(stores, id);
        REENTRY_CHECK(place.store != none, "no store {}", id);
        const auto& store = stores[place.store];
        place.resource = store.id;
        place.immutable = store.immutable;
        if (store.kind == StoreKind::vault) {
            place.vault = place.store;
            place.store = index_of(stores, store.library);
            place.reader = index_of(stores, store.reader);
            if (place.reader != none) place.reader_library = library_of(stores[place.reader]);
            place.immutable = true;  // nobody reaches a tape on a shelf over the network
        }
        const auto& device = stores[place.store];
        place.node = device.site;
        place.kind = device.kind == StoreKind::disk ? Location::Kind::disk : Location::Kind::tape;
        if (place.kind == Location::Kind::tape) place.library = library_of(device);
        return place;
    }

    LibraryFigures library_of(const Store& store) {
        if (const auto* equipment = catalogue_.equipment(store.equipment))
            return equipment->library;
        refuse(fmt::format("there is no equipment \"{}\"", store.equipment));
        return {};
    }

    Location tier(const std::string& role, const std::string& name, const Copy& copy) {
        Location place;
        place.kind = Location::Kind::tier;
        place.node = place.role = role;
        const auto* provider = bound(role);
        if (!provider) return place;
        const auto* tier = provider->tier(name);
        if (!tier) {
            refuse(fmt::format("{} has no storage class that serves as {}", provider->name, name));
            return place;
        }
        place.tier = tier->figures;
        place.resource = role + "/" + tier->id;
        if (copy.locked && !place.tier.lockable)
            refuse(fmt::format("{} cannot lock objects in {}", provider->name, tier->product));
        if (!place.tier.thaws.empty()) {
            const int thaw = tier->thaw(copy.thaw);
            if (thaw < 0)
                refuse(fmt::format("{} offers no {} thaw from {}", provider->name, copy.thaw,
                                   tier->product));
            else
                place.thaw = static_cast<std::size_t>(thaw);
        }
        return place;
    }

    // The network with the provider in it.
    void connect() {
        auto network = links_of(*made_.scenario);
        const auto& connections = made_.scenario->connections;
        for (const auto& [role, provider] : providers_) {
            const auto which = index_of(connections, made_.strategy->connection);
            if (which == none) return refuse("the strategy names no connection to its provider");
            const auto& connection = connections[which];
            const auto* product = provider->connection(connection.product);
            if (!product)
                return refuse(fmt::format("{} offers no connection of class {}", provider->name,
                                          connection.product));
            network.connect(connection, *product, role, provider->rtt);
            for (auto& place : made_.places)
                if (place.role == role) place.product = product->id;
            for (const auto meter : product->held)
                made_.held.push_back({role + "/" + product->id, meter, connection.count});
        }
        made_.arcs = std::move(network.arcs);
        made_.outages = std::move(network.outages);
        find_routes();
        for (std::size_t s = 0; s < made_.scenario->stores.size(); ++s)
            if (is_library_in_use(s)) hold_library(made_.scenario->stores[s]);
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
            for (const auto arc : path.arcs) kept_.insert(made_.arcs[arc].name);
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
            for (const auto w : made_.covers[c]) {
                const auto& from = made_.from[c] == none ? made_.scenario->workloads[w].site
                                                         : made_.places[made_.from[c]].node;
                for (const auto arc : route(topology, from, made_.places[c].node).arcs)
                    made_.route[c][w].push_back(made_.arcs[arc].link);
                keep_links(topology, from, made_.places[c].node);
                keep_links(topology, made_.places[c].node, made_.scenario->workloads[w].site);
            }
            for (const auto& incident : made_.scenario->incidents)
                if (!incident.recover_at.empty() && made_.places[c].kind != Location::Kind::tape) {
                    route(topology, made_.places[c].node, incident.recover_at);
                    keep_links(topology, made_.places[c].node, incident.recover_at);
                }
        }
        for (const auto& name : kept_) made_.held.push_back({"contract/" + name, Meter::port, 1});
    }

    bool is_library_in_use(std::size_t store) const {
        return std::any_of(made_.places.begin(), made_.places.end(), [store](const Location& p) {
            return p.kind == Location::Kind::tape && (p.store == store || p.reader == store);
        });
    }

    void hold_library(const Store& store) {
        made_.held.push_back({store.id, Meter::device, 1, "library"});
        made_.held.push_back({store.id, Meter::device, store.drives, "drive"});
    }

    const Catalogue& catalogue_;
    Case made_;
    std::vector<std::pair<std::string, const Provider*>> providers_;
    std::set<std::string> kept_;  // links and connections that are paid for
    std::string reason_;
};

void write(std::string& text, const TierFigures& t) {
    text += fmt::format("{} {} {} {} {}", t.first_byte.count(), t.per_stream, t.aggregate,
                        t.puts_per_second, t.gets_per_second);
}

void write(std::string& text, const Location& p) {
    text += fmt::format("|{} {} {} {} {} {} ", static_cast<int>(p.kind), p.node, p.resource,
                        p.product, p.store, p.immutable);
    write(text, p.tier);
    if (p.thaw) {
        const auto& thaw = p.tier.thaws[*p.thaw];
        text += fmt::format(" {} {} {} {}", thaw.requests_per_second, thaw.bytes_per_hour,
                            thaw.kept.count(), thaw.name);
        for (const double q : {0.1, 0.3, 0.5, 0.7, 0.9})
            text += fmt::format(" {}", thaw.wait.quantile(q));
    }
}

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

// Everything else of a case follows from the scenario and the strategy.
std::string Case::signature() const {
    std::string text = strategy->id;
    for (const auto& place : places) write(text, place);
    for (const auto& arc : arcs)
        text += fmt::format("|{} {} {} {}", arc.name, arc.capacity, arc.rtt.count(), arc.loss);
    for (const auto& h : held)
        text += fmt::format("|{} {} {}", h.resource, static_cast<int>(h.meter), h.quantity);
    for (const double price : read_price) text += fmt::format("|{}", price);
    return text;
}

}  // namespace reentry
