#include "models/recovery/recovery.hpp"

#include <algorithm>

namespace reentry {

std::size_t Recovery::site_of(std::size_t w) const {
    if (is_home[w]) return home_of(w);
    return promoted[w] == none ? restored_at(w) : what().promote_at[promoted[w]];
}

std::size_t Recovery::home_of(std::size_t w) const { return world.site_index(subject(w).site); }

std::size_t Recovery::restored_at(std::size_t w) const {
    const bool elsewhere = what().recover_at != none && damage.state == State::recovery &&
                           site_lost(damage, subject(w).site);
    const auto at = elsewhere ? what().recover_at : recovers_at(damage, w);
    return at == none ? home_of(w) : at;
}

bool Recovery::spoilt(std::size_t w, const Candidate& source) const {
    return copy_lost(what(), source.copy, damage) || source.content > clean_until(damage, w);
}

bool Recovery::parted(std::size_t w, std::size_t need) const {
    return closes_ways(damage) &&
           world.cut_off(world.at_site(site_of(w)), world.at_site(site_of(need)));
}

bool Recovery::parted_from_copy(std::size_t w, std::size_t copy) const {
    return closes_ways(damage) && world.cut_off(world.reading(copy), world.at_site(site_of(w)));
}

// What runs in a region lives at its own site all the same; or it has come back on rented machines.
std::optional<sim::Time> Recovery::dark_at(std::size_t w, std::size_t site) const {
    const auto& rented = what().scenario->sites[site].region;
    const bool took_over_elsewhere = promoted[w] != none && site != home_of(w);
    const auto back =
        region_back(damage, took_over_elsewhere ? none : w, rented ? rented->role : "");
    return back > world.sim.now() ? std::optional(back) : std::nullopt;
}

bool Recovery::stranded_at(std::size_t w, std::size_t site) const {
    if (dark_at(w, site)) return true;
    if (!closes_ways(damage)) return false;
    const auto& needs = what().dependencies.needs[w];
    return std::any_of(needs.begin(), needs.end(), [&](std::size_t need) {
        return world.cut_off(world.at_site(site), world.at_site(site_of(need)));
    });
}

}  // namespace reentry
