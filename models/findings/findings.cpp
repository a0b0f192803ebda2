#include "models/findings/findings.hpp"

#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reentry {
namespace {

// 3 copies, 2 kinds of medium, 1 off site, 1 offline or immutable, 0 errors. The last is about
// verified restores, which no plan shows; it is said, not judged.
Finding three_two_one(const Case& what) {
    std::set<std::string> media{"production"}, sites;
    bool off_site = false, immutable = false;
    const auto& home = what.scenario->workloads.front().site;
    for (const auto& place : what.places) {
        media.insert(place.kind == Location::Kind::tape   ? "tape"
                     : place.kind == Location::Kind::disk ? "disk"
                                                          : place.role);
        const bool vaulted = place.vault != none;
        off_site = off_site || vaulted || place.node != home;
        immutable = immutable || place.immutable;
    }
    const auto copies = what.places.size() + 1;
    std::string lacks;
    const auto lack = [&lacks](bool holds, const char* what_is_missing) {
        if (!holds) lacks += (lacks.empty() ? "" : ", ") + std::string(what_is_missing);
    };
    lack(copies >= 3, "a third copy");
    lack(media.size() >= 3 || (media.size() >= 2 && copies >= 2), "a second kind of medium");
    lack(off_site, "a copy off site");
    lack(immutable, "an immutable or offline copy");
    if (lacks.empty())
        return {Weight::informs, "3-2-1-1-0", what.strategy->id,
                fmt::format("{} copies with the original, on {} kinds of medium, one off site, one "
                            "immutable; the 0 needs verified restores",
                            copies, media.size())};
    return {Weight::warns, "3-2-1-1-0", what.strategy->id, "the rule lacks " + lacks};
}

// A point that goes before the tier's minimum duration is paid for to its end.
void minimum_duration(const Case& what, const Catalogue& catalogue, std::vector<Finding>& found) {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& place = what.places[c];
        if (place.role.empty()) continue;
        const auto& id = place.role == "second" ? what.strategy->second : what.provider;
        const auto* provider = catalogue.provider(id);
        const auto* resource =
            provider ? provider->tariff.find(place.resource.substr(place.resource.find('/') + 1))
                     : nullptr;
        if (!resource) continue;
        const auto kept = std::chrono::days{what.strategy->copies[c].keep.days};
        const auto minimum = resource->rules.minimum_duration;
        if (kept < minimum)
            found.push_back(
                {Weight::warns, "minimum-duration", what.strategy->copies[c].id,
                 fmt::format("points are kept {} but {} charges at least {}: the rest is paid for "
                             "nothing",
                             format_duration(kept), resource->title, format_duration(minimum))});
    }
}

}  // namespace

std::vector<Finding> findings_of(const Case& what, const Catalogue& catalogue) {
    std::vector<Finding> found{three_two_one(what)};
    minimum_duration(what, catalogue, found);
    return found;
}

std::vector<Finding> findings_of(const Case& what, const std::vector<JobCounts>& jobs,
                                 const std::vector<sim::Time>& seeded) {
    std::vector<Finding> found;
    const auto& scenario = *what.scenario;
    for (std::size_t c = 0; c < jobs.size(); ++c) {
        const auto& id = what.strategy->copies[c].id;
        if (seeded[c] == sim::Time::max()) {
            found.push_back({Weight::breaks, "seeding", id,
                             "the first copies do not finish within the horizon"});
        } else if (seeded[c] > scenario.start + scenario.effort.settle) {
            found.push_back({Weight::warns, "seeding", id,
                             fmt::format("the first copies take {}",
                                         format_duration(seeded[c] - scenario.start))});
        }
        if (jobs[c].missed_window > 0)
            found.push_back({Weight::warns, "missed-window", id,
                             fmt::format("{} of {} jobs ran longer than their window of {}",
                                         jobs[c].missed_window, jobs[c].finished,
                                         format_duration(what.strategy->copies[c].window))});
        if (jobs[c].skipped > 0)
            found.push_back({Weight::warns, "skipped-jobs", id,
                             fmt::format("{} jobs were dropped because the one before still ran",
                                         jobs[c].skipped)});
    }
    return found;
}

}  // namespace reentry
