#include "models/operation/places.hpp"

#include "models/units/format.hpp"
#include "sim/check.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Objects larger than an option is promised for wait like those of the slowest option.
void hold_to_promise(TierFigures& tier, std::size_t which, const IntegrationFigures& product) {
    auto& option = tier.thaws[which];
    for (const auto& other : tier.thaws)
        if (product.object_bytes > option.largest_object && other.wait.mean() > option.wait.mean())
            option.wait = other.wait;
}

}  // namespace

std::pair<std::string, std::string> split_place(const std::string& to) {
    const auto slash = to.find('/');
    if (slash == std::string::npos) return {"", to};
    return {to.substr(0, slash), to.substr(slash + 1)};
}

const Thaw* thaw_of(const Location& place) {
    if (place.thaw) return &place.tier.thaws[*place.thaw];
    if (place.later && place.later->thaw) return &place.later->tier.thaws[*place.later->thaw];
    return nullptr;
}

const std::string& frozen_in(const Location& place) {
    return place.thaw ? place.resource : place.later->resource;
}

void Places::refuse(std::string reason) {
    if (reason_.empty()) reason_ = std::move(reason);
}

const Provider* Places::bound(const std::string& role) const {
    for (const auto& [name, provider] : bound_)
        if (name == role) return provider;
    return nullptr;
}

std::size_t Places::store_index(const std::string& id) const {
    const auto& stores = scenario_.stores;
    const auto found =
        std::find_if(stores.begin(), stores.end(), [&](const Store& s) { return s.id == id; });
    return found == stores.end() ? none : static_cast<std::size_t>(found - stores.begin());
}

Location Places::of(const Copy& copy) {
    const auto [role, name] = split_place(copy.to);
    Location place = role.empty() ? own_store(name) : tier(role, name, copy);
    const auto* product = catalogue_.integration(copy.integration);
    if (!product) {
        refuse(fmt::format("there is no integration \"{}\"", copy.integration));
        return place;
    }
    place.integration = product->figures;
    fit_product(place, copy, role);
    if (!role.empty() && contains(place.integration.forbidden, name))
        refuse(fmt::format("{} cannot keep backups in the class {}", product->file.name, name));
    place.immutable = place.immutable || copy.locked;
    if (place.thaw) hold_to_promise(place.tier, *place.thaw, place.integration);
    if (place.later && place.later->thaw)
        hold_to_promise(place.later->tier, *place.later->thaw, place.integration);
    return place;
}

// The product as it is set for this copy, and as it behaves at its provider.
void Places::fit_product(Location& place, const Copy& copy, const std::string& role) {
    auto& product = place.integration;
    const auto* provider = bound(role);
    for (const auto& [vendor, period] : product.lock_periods)
        if (provider && provider->vendor == vendor) product.lock_period = period;
    const double asked = copy.object_size.to_double();
    if (asked <= 0) return;
    if (product.object_most <= 0)
        return refuse(fmt::format("{} lets nobody choose the size of its objects", product.name));
    if (asked < product.object_least || asked > product.object_most)
        return refuse(fmt::format("{} makes objects of {} to {}, not of {}", product.name,
                                  format_bytes(Bytes::rounded(product.object_least)),
                                  format_bytes(Bytes::rounded(product.object_most)),
                                  format_bytes(copy.object_size)));
    product.object_bytes = asked;
}

Location Places::own_store(const std::string& id) {
    const auto& stores = scenario_.stores;
    Location place;
    place.store = store_index(id);
    REENTRY_CHECK(place.store != none, "no store {}", id);
    const auto& store = stores[place.store];
    place.resource = store.id;
    place.immutable = store.immutable;
    if (store.kind == StoreKind::vault) {
        place.vault = place.store;
        place.store = store_index(store.library);
        place.reader = store_index(store.reader);
        if (place.reader != none) place.reader_library = library_of(stores[place.reader]);
        place.immutable = true;  // nobody reaches a tape on a shelf over the network
    }
    const auto& device = stores[place.store];
    place.node = device.site;
    if (device.kind == StoreKind::array) place.kind = Location::Kind::array;
    if (device.kind == StoreKind::tape_library) {
        place.kind = Location::Kind::tape;
        place.library = library_of(device);
    }
    return place;
}

LibraryFigures Places::library_of(const Store& store) {
    if (const auto* equipment = catalogue_.equipment(store.equipment)) return equipment->library;
    refuse(fmt::format("there is no equipment \"{}\"", store.equipment));
    return {};
}

Location Places::tier(const std::string& role, const std::string& name, const Copy& copy) {
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
    if (copy.via.empty())
        thaw(*provider, *tier, copy.thaw, place.thaw);
    else
        gateway(*provider, tier->id, copy, place);
    if (copy.tier_after && !place.gateway) later(*provider, copy, place);
    if (copy.seed && copy.seed->by == SeedWay::shipment) device(*provider, copy, place);
    return place;
}

void Places::thaw(const Provider& provider, const ProviderTier& tier, const std::string& option,
                  std::optional<std::size_t>& to) {
    if (tier.figures.thaws.empty()) return;
    const int index = tier.thaw(option);
    if (index < 0)
        refuse(fmt::format("{} offers no {} thaw from {}", provider.name, option, tier.product));
    else
        to = static_cast<std::size_t>(index);
}

void Places::later(const Provider& provider, const Copy& copy, Location& place) {
    const auto name = split_place(copy.tier_after->to).second;
    const auto* tier = provider.tier(name);
    if (!tier)
        return refuse(
            fmt::format("{} has no storage class that serves as {}", provider.name, name));
    auto& later = place.later.emplace();
    later.after = std::chrono::days{copy.tier_after->days};
    later.resource = place.role + "/" + tier->id;
    later.tier = tier->figures;
    thaw(provider, *tier, copy.thaw, later.thaw);
}

void Places::gateway(const Provider& provider, const std::string& name, const Copy& copy,
                     Location& place) {
    if (!provider.gateway) return refuse(fmt::format("{} offers no virtual tapes", provider.name));
    auto& gateway = place.gateway.emplace();
    gateway.store = store_index(copy.via);
    gateway.figures = *provider.gateway;
    gateway.service = place.role + "/tape-gateway";
    gateway.library = place.role + "/" + gateway.figures.library_tier;
    for (const auto& [tier, wait] : gateway.figures.recalls)
        if (tier == name) gateway.recall = wait;
    if (!contains(gateway.figures.archive_tiers, name))
        refuse(fmt::format("{} ejects no virtual tapes into {}", provider.name, place.tier.name));
}

void Places::device(const Provider& provider, const Copy& copy, Location& place) {
    const auto& wanted = copy.seed->device;
    for (const auto& device : provider.shipments)
        if (!place.device && (wanted.empty() || device.id == wanted)) place.device = device;
    if (!place.device)
        return refuse(wanted.empty()
                          ? fmt::format("{} sends no devices for a first copy", provider.name)
                          : fmt::format("{} has no device {}", provider.name, wanted));
    if (!place.device->available)
        refuse(fmt::format("{} no longer lends out {}", provider.name, place.device->id));
}

}  // namespace reentry
