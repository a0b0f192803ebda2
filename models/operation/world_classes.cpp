// The limits of the classes at providers, which the copies in them share.
#include "models/operation/world.hpp"

#include <algorithm>

namespace reentry {
namespace {

// Copies in one class share its accounts: the most that one of them states.
double accounts_at(const Case& what, const std::string& resource) {
    std::int64_t most = 1;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (what.places[c].resource == resource)
            most = std::max(most, what.strategy->copies[c].accounts);
    return static_cast<double>(most);
}

bool limits(double rate) { return rate > 0 && rate < unlimited; }

}  // namespace

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

}  // namespace reentry
