#include "tests/study/laws/strikes.hpp"

#include <algorithm>

namespace laws {

using namespace reentry;

Strikes::Strikes(const Case& what, const Damage& damage, const IncidentOutcome& outcome)
    : what_(what), all_{damage} {
    all_.front().then.clear();
    for (auto next : damage.then) {
        if (next.failure > outcome.failure + outcome.recovery_time) continue;
        // Who had come back, or was coming back, at a site that is lost now is hit again.
        for (const auto w : damage.hit)
            if (damage.recover_at != none && !hits(next, w) &&
                std::count(next.lost_sites.begin(), next.lost_sites.end(),
                           what.scenario->sites[damage.recover_at].id))
                next.hit.push_back(w);
        all_.push_back(next);
    }
}

bool Strikes::hits(const Damage& strike, std::size_t workload) {
    return std::count(strike.hit.begin(), strike.hit.end(), workload) > 0;
}

IncidentKind Strikes::kind_of(const Damage& strike) const {
    return what_.scenario->incidents[strike.incident].kind;
}

bool Strikes::closes_ways() const {
    return std::any_of(all_.begin(), all_.end(), [this](const Damage& strike) {
        const auto kind = kind_of(strike);
        return kind == IncidentKind::wan_outage || kind == IncidentKind::provider_outage;
    });
}

const Damage& Strikes::last_at(std::size_t workload) const {
    for (auto strike = all_.rbegin(); strike != all_.rend(); ++strike)
        if (hits(*strike, workload)) return *strike;
    return all_.front();
}

sim::Time Strikes::worked_until(std::size_t workload) const {
    for (const auto& strike : all_)
        if (hits(strike, workload)) return strike.failure;
    return sim::Time::max();
}

bool Strikes::is_hit(std::size_t workload) const {
    return std::any_of(all_.begin(), all_.end(),
                       [workload](const Damage& strike) { return hits(strike, workload); });
}

Strikes Strikes::before(sim::Time t) const {
    std::vector<Damage> some{all_.front()};
    for (std::size_t i = 1; i < all_.size(); ++i)
        if (all_[i].failure < t) some.push_back(all_[i]);
    return {what_, std::move(some)};
}

bool Strikes::took(std::size_t copy) const {
    return std::any_of(all_.begin(), all_.end(),
                       [this, copy](const Damage& strike) { return took(strike, copy); });
}

bool Strikes::took_site(const std::string& site) const {
    return std::any_of(all_.begin(), all_.end(), [this, &site](const Damage& strike) {
        return kind_of(strike) == IncidentKind::lost_site &&
               what_.scenario->incidents[strike.incident].site == site;
    });
}

bool Strikes::hit_by(std::size_t workload, IncidentKind kind) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Damage& strike) {
        return kind_of(strike) == kind && hits(strike, workload);
    });
}

// Of the workloads that share an array, all fail with it.
bool Strikes::took_array(const Damage& strike, const Store& array) const {
    return std::any_of(strike.hit.begin(), strike.hit.end(), [&](std::size_t w) {
        const auto& on_it = what_.scenario->workloads[w];
        return on_it.site == array.site && on_it.array == array.array;
    });
}

bool Strikes::took(const Damage& strike, std::size_t copy) const {
    const auto& incident = what_.scenario->incidents[strike.incident];
    const auto& made = what_.strategy->copies[copy];
    const auto& stores = what_.scenario->stores;
    const auto store = std::find_if(stores.begin(), stores.end(),
                                    [&made](const Store& s) { return s.id == made.to; });
    const bool own = store != stores.end();  // not a provider's class
    const bool on_a_shelf = own && store->kind == StoreKind::vault;
    const bool immutable = made.locked || on_a_shelf || (own && store->immutable);
    switch (incident.kind) {
        case IncidentKind::ransomware:
            return !immutable;
        case IncidentKind::lost_site:
            return own && store->site == incident.site;
        case IncidentKind::failed_array:
            return own && store->kind == StoreKind::array && took_array(strike, *store);
        default:
            return false;
    }
}

sim::Time Strikes::clean_until(std::size_t workload) const {
    auto clean = worked_until(workload);
    for (const auto& strike : all_)
        if (hits(strike, workload) || kind_of(strike) == IncidentKind::ransomware)
            clean = std::min(clean, strike.clean_until);
    return clean;
}

bool Strikes::hit_travellers(const IncidentOutcome& outcome) const {
    if (!overlap() || all_.back().lost_sites.empty()) return false;
    const auto travels = [](const WorkloadOutcome& fate) {
        return std::any_of(fate.spans.begin(), fate.spans.end(), [](const StageSpan& span) {
            return span.stage == Stage::promote || span.stage == Stage::copy_home ||
                   span.stage == Stage::go_home;
        });
    };
    return std::any_of(outcome.workloads.begin(), outcome.workloads.end(), travels);
}

const std::string& Strikes::site_of(std::size_t workload) const {
    for (auto strike = all_.rbegin(); strike != all_.rend(); ++strike)
        if (hits(*strike, workload) && strike->recover_at != none)
            return what_.scenario->sites[strike->recover_at].id;
    return what_.scenario->workloads[workload].site;
}

}  // namespace laws
