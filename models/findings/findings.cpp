#include "models/findings/findings.hpp"

#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace reentry {
namespace {

// The medium of a place, as the rule counts them.
std::string medium_of(const Location& place) {
    if (place.kind == Location::Kind::tape) return "tape";
    return place.role.empty() ? "disk" : place.role;
}

// What the rule lacks for one workload; the original counts as the first copy.
std::set<std::string> lacks_of(const Case& what, std::size_t workload) {
    std::set<std::string> media{"disk"};  // of the original
    std::size_t copies = 1;
    bool off_site = false, immutable = false;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& covered = what.covers[c];
        if (!std::binary_search(covered.begin(), covered.end(), workload)) continue;
        const auto& place = what.places[c];
        ++copies;
        media.insert(medium_of(place));
        off_site = off_site || place.vault != none ||
                   place.node != what.scenario->workloads[workload].site;
        immutable = immutable || place.immutable;
    }
    std::set<std::string> lacks;
    if (copies < 3) lacks.insert("a third copy");
    if (media.size() < 2) lacks.insert("a second kind of medium");
    if (!off_site) lacks.insert("a copy off site");
    if (!immutable) lacks.insert("an immutable or offline copy");
    return lacks;
}

// 3 copies, 2 kinds of medium, 1 off site, 1 offline or immutable, 0 errors: for every workload.
// The last is about verified restores, which no plan shows; it is said, not judged.
Finding three_two_one(const Case& what) {
    std::map<std::string, std::size_t> lacking;
    const auto workloads = what.scenario->workloads.size();
    for (std::size_t w = 0; w < workloads; ++w)
        for (const auto& lack : lacks_of(what, w)) ++lacking[lack];
    if (lacking.empty())
        return {Weight::informs, "3-2-1-1-0", what.strategy->id,
                "holds for every workload; the 0 needs verified restores"};
    std::string text;
    for (const auto& [lack, count] : lacking)
        text += fmt::format("{}{} of {} workloads lack {}", text.empty() ? "" : "; ", count,
                            workloads, lack);
    return {Weight::warns, "3-2-1-1-0", what.strategy->id, text};
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
