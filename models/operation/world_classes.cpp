// The limits of the classes at providers, which the copies in them share.
//
// A provider limits each account. A copy lies evenly in the first of its accounts, so the first
// account holds a part of every copy in the class, and who is done there is done everywhere. One
// limit therefore stands for all accounts: it is as wide as the most that a copy has, and what
// passes for a copy in fewer weighs more, as all of it goes through these.
#include "models/operation/places.hpp"
#include "models/operation/world.hpp"

#include <algorithm>

namespace reentry {
namespace {

bool limits(double rate) { return rate > 0 && rate < unlimited; }

double accounts_of(const Case& what, std::size_t copy) {
    return static_cast<double>(what.strategy->copies[copy].accounts);
}

double most_accounts(const Case& what, const std::vector<std::size_t>& copies) {
    double most = 1;
    for (const auto copy : copies) most = std::max(most, accounts_of(what, copy));
    return most;
}

// All copies whose bytes go into the class of this one.
std::vector<std::size_t> in_class_of(const Case& what, std::size_t copy) {
    std::vector<std::size_t> result;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (what.places[c].resource == what.places[copy].resource) result.push_back(c);
    return result;
}

// All copies that are thawed out of the same class by the same option, wherever they came first.
std::vector<std::size_t> thawed_like(const Case& what, std::size_t copy) {
    const auto& place = what.places[copy];
    std::vector<std::size_t> result;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& other = what.places[c];
        if (const auto* option = thaw_of(other);
            option && option->name == thaw_of(place)->name && frozen_in(other) == frozen_in(place))
            result.push_back(c);
    }
    return result;
}

// What an account has of an option that needs units: those of all copies in it, and one for the
// asking.
double units_held(const Case& what, const std::vector<std::size_t>& copies, const Thaw& option) {
    std::int64_t units = 0;
    for (const auto copy : copies) units += what.strategy->copies[copy].thaw_units;
    return option.needs_unit ? static_cast<double>(std::max<std::int64_t>(1, units)) : 1;
}

}  // namespace

// Requests of an online class are counted for each copy, which has a bucket or prefix of its own.
void World::add_tiers() {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        place_node_.push_back(node(what.places[c].node));
        add_quotas(c);
        places_.push_back(device_of(c));
        thaw_quotas_.push_back(thaw_quota_of(c));
    }
}

// What the requests that a class accepts for a copy can carry, of so many objects each.
void World::add_quotas(std::size_t copy) {
    const auto& place = what.places[copy];
    const auto& product = place.integration;
    const auto quota = [&](double per_second, double per_object,
                           const char* of) -> std::optional<sim::CapacityId> {
        const double bytes =
            per_second * accounts_of(what, copy) / std::max(1.0, per_object) * product.object_bytes;
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
    if (limits(place.tier.aggregate)) {
        const auto sharing = in_class_of(what, copy);
        const double most = most_accounts(what, sharing);
        device.write = sharing.front() < copy
                           ? places_[sharing.front()].write
                           : flows.add_capacity(place.tier.aggregate * most,
                                                "throughput of " + place.resource);
        device.read = device.write;
        device.read_use = device.write_use = most / accounts_of(what, copy);
    }
    if (place.gateway) {
        device.read = gateways_[place.gateway->store]->recall;
        device.read_use = 1;
    }
    return device;
}

ThawQuota World::thaw_quota_of(std::size_t copy) {
    const Thaw* option = thaw_of(what.places[copy]);
    if (!option) return {};
    const auto sharing = thawed_like(what, copy);
    const double most = most_accounts(what, sharing);
    const double wide = most * units_held(what, sharing, *option);
    const auto limit = [&](double rate, sim::Duration per) -> sim::RateLimit* {
        return limits(rate) ? &limits_.emplace_back(sim, rate * wide, per, 0.0) : nullptr;
    };
    ThawQuota quota;
    if (sharing.front() < copy) {
        quota = thaw_quotas_[sharing.front()];
    } else {
        quota.requests = limit(option->requests_per_second, std::chrono::seconds{1});
        quota.bytes = limit(option->bytes_per_hour, std::chrono::hours{1});
    }
    quota.weight = most / accounts_of(what, copy);
    if (quota.requests)
        quota.objects_per_second = option->requests_per_second * wide / quota.weight;
    if (quota.bytes) quota.bytes_per_second = option->bytes_per_hour / 3'600 * wide / quota.weight;
    return quota;
}

}  // namespace reentry
