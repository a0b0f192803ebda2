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

// Incidents end so long before the horizon that most of what their recoveries use is still billed.
sim::Duration tail_of(const Scenario& scenario) {
    const sim::Duration longest = std::chrono::days{60};
    return std::min(longest, length_from(scenario.start, scenario.horizon) / 10);
}

}  // namespace

RandomKey incident_key(const Scenario& scenario, std::size_t incident, std::size_t number,
                       std::uint64_t seed) {
    return {seed, number, sim::Purpose("incident").with(scenario.incidents[incident].id)};
}

Damage draw_damage(const Scenario& scenario, std::size_t incident, std::size_t number,
                   std::uint64_t seed) {
    const auto& kind = scenario.incidents[incident];
    const auto key = incident_key(scenario, incident, number, seed);
    auto random = key.stream("damage");
    const auto begin = scenario.start + scenario.effort.settle;
    const auto length = scenario.start + scenario.horizon - begin - tail_of(scenario);

    Damage damage;
    damage.incident = incident;
    damage.number = number;
    damage.failure = begin + sim::from_seconds(sim::to_seconds(length) * random.uniform());
    damage.detection = sample(kind.detection, random);
    damage.decision = sample(kind.decision, random);
    damage.target = sample(kind.target, random);
    const double share = sample(kind.share, random);
    const auto dwell = sample(kind.dwell, random);
    damage.clean_until = damage.failure;
    if (!kind.recover_at.empty())
        for (std::size_t s = 0; s < scenario.sites.size(); ++s)
            if (scenario.sites[s].id == kind.recover_at) damage.recover_at = s;

    const auto reach = in_reach(scenario, kind);
    REENTRY_CHECK(!reach.empty(), "incident {} can hit nothing", kind.id);
    switch (kind.kind) {
        case IncidentKind::deleted_data:
            damage.hit = {reach[random.uniform_int(reach.size())]};
            damage.share = share;
            break;
        case IncidentKind::failed_array:
            damage.hit = on_one_array(scenario, reach, random);
            break;
        case IncidentKind::lost_site:
            damage.hit = reach;
            damage.lost_site = kind.site;
            break;
        case IncidentKind::ransomware:
            damage.hit = spread_over(reach, share, random);
            damage.clean_until = damage.failure - dwell;
            damage.mutable_copies_die = true;
            break;
    }
    return damage;
}

bool copy_lost(const Case& what, std::size_t copy, const Damage& damage) {
    const auto& place = what.places[copy];
    if (damage.mutable_copies_die && !place.immutable) return true;
    if (damage.lost_site.empty() || place.store == none) return false;
    const auto& stores = what.scenario->stores;
    const auto& holder = stores[place.vault == none ? place.store : place.vault];
    return holder.site == damage.lost_site;
}

}  // namespace reentry
