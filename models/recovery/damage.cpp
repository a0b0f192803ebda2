#include "models/recovery/damage.hpp"

#include "models/scenario/draw.hpp"
#include "sim/check.hpp"

#include <algorithm>
#include <cmath>

namespace reentry {
namespace {

// The workloads that the class can hit, at its site.
std::vector<std::size_t> in_reach(const Scenario& scenario, const Incident& incident) {
    std::vector<std::size_t> result;
    for (const auto w : selected(scenario.workloads, incident.workloads))
        if (scenario.workloads[w].site == incident.site) result.push_back(w);
    return result;
}

// All workloads on the array of one of them, drawn by number of workloads.
std::vector<std::size_t> on_one_array(const Scenario& scenario,
                                      const std::vector<std::size_t>& reach, sim::Stream& random) {
    const auto& array = scenario.workloads[reach[random.uniform_int(reach.size())]].array;
    std::vector<std::size_t> result;
    for (const auto w : reach)
        if (scenario.workloads[w].array == array) result.push_back(w);
    return result;
}

// Each workload is hit if its own draw falls below the share; at least one is.
std::vector<std::size_t> spread_over(const std::vector<std::size_t>& reach, double share,
                                     sim::Stream& random) {
    std::vector<std::size_t> result;
    const auto certain = random.uniform_int(reach.size());
    for (std::size_t i = 0; i < reach.size(); ++i)
        if (random.uniform() < share || i == certain) result.push_back(reach[i]);
    return result;
}

// A whole number of members, one at least, as a share of all.
double members_lost(const Workload& workload, double share) {
    const auto count = static_cast<double>(workload.count);
    return std::max(1.0, std::round(share * count)) / count;
}

template <class T>
std::size_t index_of(const std::vector<T>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& x) { return x.id == id; });
    return found == all.end() ? none : static_cast<std::size_t>(found - all.begin());
}

// Incidents end so long before the horizon that most of what their recoveries use is still billed.
sim::Duration tail_of(const Scenario& scenario) {
    const sim::Duration longest = std::chrono::days{60};
    return std::min(longest, length_from(scenario.start, scenario.horizon) / 10);
}

// What the class does to what it can reach.
void break_things(const Scenario& scenario, const Incident& kind, double share, sim::Duration dwell,
                  sim::Stream& random, Damage& damage) {
    const auto reach = in_reach(scenario, kind);
    REENTRY_CHECK(!reach.empty(), "incident {} can hit nothing", kind.id);
    switch (kind.kind) {
        case IncidentKind::deleted_data:
            damage.hit = {reach[random.uniform_int(reach.size())]};
            damage.share = share;
            break;
        case IncidentKind::failed_system:
            damage.hit = {reach[random.uniform_int(reach.size())]};
            damage.share = members_lost(scenario.workloads[damage.hit.front()], share);
            break;
        case IncidentKind::failed_array:
            damage.hit = on_one_array(scenario, reach, random);
            break;
        case IncidentKind::lost_site:
            damage.hit = reach;
            damage.lost_sites = {kind.site};
            break;
        case IncidentKind::ransomware:
            damage.hit = spread_over(reach, share, random);
            damage.clean_until = damage.failure - dwell;
            damage.mutable_copies_die = true;
            break;
        case IncidentKind::provider_outage:
        case IncidentKind::wan_outage:
        case IncidentKind::provider_exit:
            break;
    }
}

// What the class puts out of reach, or empties.
void close_things(const Scenario& scenario, const Incident& kind, const RandomKey& key,
                  Damage& damage) {
    auto random = key.stream("outage length");
    switch (kind.kind) {
        case IncidentKind::provider_outage:
            damage.outage = sample(kind.outage, random);
            damage.dark_role = kind.role;
            if (!kind.workloads.empty())
                damage.runs_there = selected(scenario.workloads, kind.workloads);
            break;
        case IncidentKind::wan_outage:
            damage.outage = sample(kind.outage, random);
            damage.cut_links = kind.links;
            break;
        case IncidentKind::provider_exit:
            damage.state = State::exit;
            damage.left_role = kind.role;
            damage.new_home = index_of(scenario.stores, kind.to);
            break;
        default:
            break;
    }
}

void join(std::vector<std::size_t>& to, const std::vector<std::size_t>& more) {
    to.insert(to.end(), more.begin(), more.end());
    std::sort(to.begin(), to.end());
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

}  // namespace

RandomKey incident_key(const Scenario& scenario, std::size_t incident, std::size_t number,
                       std::uint64_t seed) {
    return {seed, number, sim::Purpose("incident").with(scenario.incidents[incident].id)};
}

Damage draw_alone(const Scenario& scenario, std::size_t incident, std::size_t number,
                  const RandomKey& key) {
    const auto& kind = scenario.incidents[incident];
    auto random = key.stream("damage");
    const auto begin = scenario.start + scenario.effort.settle;
    const auto length = scenario.start + scenario.horizon - begin - tail_of(scenario);

    Damage damage;
    damage.incident = incident;
    damage.number = number;
    damage.key = key;
    damage.failure = begin + sim::from_seconds(sim::to_seconds(length) * random.uniform());
    damage.detection = sample(kind.detection, random);
    damage.decision = sample(kind.decision, random);
    damage.target = sample(kind.target, random);
    const double share = sample(kind.share, random);
    const auto dwell = sample(kind.dwell, random);
    damage.clean_until = damage.failure;
    damage.recover_at = index_of(scenario.sites, kind.recover_at);
    auto repairing = key.stream("repair");
    damage.repair = sample(kind.repair, repairing);
    if (destroys_data(kind.kind))
        break_things(scenario, kind, share, dwell, random, damage);
    else
        close_things(scenario, kind, key, damage);
    return damage;
}

Damage draw_damage(const Scenario& scenario, std::size_t incident, std::size_t number,
                   std::uint64_t seed) {
    const auto& kind = scenario.incidents[incident];
    const auto key = incident_key(scenario, incident, number, seed);
    auto damage = draw_alone(scenario, incident, number, key);
    if (kind.followed_by.empty()) return damage;
    const auto second = index_of(scenario.incidents, kind.followed_by);
    const RandomKey own{seed, number, key.purpose.with("followed by").with(kind.followed_by)};
    auto next = draw_alone(scenario, second, number, own);
    auto random = key.stream("after");
    move_to(next, damage.failure + sample(kind.after, random));
    damage.then.push_back(std::move(next));
    return damage;
}

void move_to(Damage& damage, sim::Time failure) {
    const auto by = failure - damage.failure;
    damage.failure += by;
    damage.clean_until += by;
    for (auto& next : damage.then) move_to(next, next.failure + by);
}

void strike_next(Damage& damage, const std::vector<std::size_t>& guests) {
    auto next = std::move(damage.then.front());
    damage.then.erase(damage.then.begin());
    join(next.hit, guests);
    damage.since.push_back(std::move(next));
}

bool copy_lost(const Case& what, std::size_t copy, const Damage& damage) {
    const auto& place = what.places[copy];
    if (!place.immutable && is_infected(damage)) return true;
    if (place.store == none) return false;
    const auto& stores = what.scenario->stores;
    if (place.kind == Location::Kind::array &&
        array_failed(*what.scenario, stores[place.store], damage))
        return true;
    const auto& holder = stores[place.vault == none ? place.store : place.vault];
    return site_lost(damage, holder.site);
}

}  // namespace reentry
