// What all that has struck amounts to.
#include "models/recovery/damage.hpp"

#include <algorithm>
#include <cmath>

namespace reentry {
namespace {

bool takes(const Damage& strike, std::size_t workload) {
    return std::binary_search(strike.hit.begin(), strike.hit.end(), workload);
}

template <class Holds>
bool any_strike(const Damage& damage, Holds holds) {
    return holds(damage) || std::any_of(damage.since.begin(), damage.since.end(), holds);
}

}  // namespace

bool is_hit(const Damage& damage, std::size_t workload) {
    return any_strike(damage, [workload](const Damage& d) { return takes(d, workload); });
}

bool site_lost(const Damage& damage, const std::string& site) {
    return any_strike(damage, [&site](const Damage& d) {
        return std::count(d.lost_sites.begin(), d.lost_sites.end(), site) > 0;
    });
}

bool is_infected(const Damage& damage) {
    return any_strike(damage, [](const Damage& d) { return d.mutable_copies_die; });
}

bool closes_ways(const Damage& damage) {
    return any_strike(damage,
                      [](const Damage& d) { return !d.cut_links.empty() || !d.dark_role.empty(); });
}

const Damage& blow_to(const Damage& damage, std::size_t workload) {
    for (auto next = damage.since.rbegin(); next != damage.since.rend(); ++next)
        if (takes(*next, workload)) return *next;
    return damage;
}

std::size_t recovers_at(const Damage& damage, std::size_t workload) {
    for (auto next = damage.since.rbegin(); next != damage.since.rend(); ++next)
        if (takes(*next, workload) && next->recover_at != none) return next->recover_at;
    return takes(damage, workload) ? damage.recover_at : none;
}

// What was ordered for another place is of no use where it comes back now.
sim::Time earlier_target(const Damage& damage, std::size_t workload) {
    const auto at = recovers_at(damage, workload);
    const auto* last = &blow_to(damage, workload);
    const auto there = [&](const Damage& d) {
        const bool counts = &d != last && takes(d, workload) && d.recover_at == at;
        return counts ? d.failure + d.detection + d.decision + d.target : damage.failure;
    };
    auto all = there(damage);
    for (const auto& next : damage.since) all = std::max(all, there(next));
    return all;
}

double share_lost(const Damage& damage, std::size_t workload) {
    double share = takes(damage, workload) ? damage.share : 0;
    for (const auto& next : damage.since)
        if (takes(next, workload)) share = std::max(share, next.share);
    return share;
}

// What is lost lies in as few members as hold it, in one at least.
std::int64_t members_hit(const Damage& damage, const Scenario& scenario, std::size_t workload) {
    const auto count = scenario.workloads[workload].count;
    const double lost = share_lost(damage, workload) * static_cast<double>(count);
    return std::clamp<std::int64_t>(static_cast<std::int64_t>(std::ceil(lost - 1e-9)), 1, count);
}

sim::Time worked_until(const Damage& damage, std::size_t workload) {
    if (takes(damage, workload)) return damage.failure;
    for (const auto& next : damage.since)
        if (takes(next, workload)) return next.failure;
    return damage.failure;
}

sim::Time clean_until(const Damage& damage, std::size_t workload) {
    auto clean = worked_until(damage, workload);
    const auto matters = [workload](const Damage& d) {
        return d.mutable_copies_die || takes(d, workload);
    };
    if (matters(damage)) clean = std::min(clean, damage.clean_until);
    for (const auto& next : damage.since)
        if (matters(next)) clean = std::min(clean, next.clean_until);
    return clean;
}

sim::Time region_back(const Damage& damage, std::size_t workload, const std::string& role) {
    const auto end = [&](const Damage& d) {
        const auto& inside = d.runs_there;
        const bool dark = std::count(inside.begin(), inside.end(), workload) > 0 ||
                          (!role.empty() && d.dark_role == role);
        return dark ? d.failure + d.outage : d.failure;
    };
    auto back = end(damage);
    for (const auto& next : damage.since) back = std::max(back, end(next));
    return back;
}

}  // namespace reentry
