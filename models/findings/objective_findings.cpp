#include "models/files/sampled.hpp"
#include "models/findings/combinations.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {
namespace {

// The age that the newest content of a copy reaches between two points, its jobs taking no time:
// intervals and holds of all copies that it comes by; logs shorten the last.
sim::Duration age_in(const Case& what, std::size_t copy, std::size_t workload) {
    const auto& policy = what.strategy->copies[copy];
    const bool logs = policy.ship_logs > sim::Duration::zero() &&
                      what.scenario->workloads[workload].logs > Rate{0};
    if (logs) return policy.ship_logs;
    const auto own = policy.every + policy.hold;
    const auto from = what.from[copy];
    return from == none ? own : own + age_in(what, from, workload);
}

bool covers(const Case& what, std::size_t copy, std::size_t workload) {
    const auto& all = what.covers[copy];
    return std::binary_search(all.begin(), all.end(), workload);
}

// Of several workloads the first stands for all.
std::string such_as(const std::vector<std::string>& ids) {
    return ids.size() == 1 ? ids.front()
                           : fmt::format("{} workloads such as {}", ids.size(), ids.front());
}

void rpo(const Case& what, std::vector<Finding>& found) {
    std::vector<std::string> ids;
    sim::Duration asked{}, passes{};
    for (std::size_t w = 0; w < what.scenario->workloads.size(); ++w) {
        const auto& subject = what.scenario->workloads[w];
        auto best = sim::Duration::max();
        for (std::size_t c = 0; c < what.places.size(); ++c)
            if (covers(what, c, w)) best = std::min(best, age_in(what, c, w));
        if (best == sim::Duration::max() || best <= subject.rpo) continue;
        if (ids.empty()) asked = subject.rpo, passes = best;
        ids.push_back(subject.id);
    }
    if (!ids.empty())
        found.push_back(
            {Weight::warns, "rpo", such_as(ids),
             fmt::format("an RPO of {} is shorter than the {} between two points of the "
                         "freshest copy; copy more often, or ship logs",
                         format_duration(asked), format_duration(passes))});
}

// How old content a copy holds at any instant, and how long it keeps that: there may be nothing
// else between a point that has just gone and the next, an interval younger.
struct Reach {
    sim::Duration age = sim::Duration::min();
    sim::Duration kept{};
    friend auto operator<=>(const Reach&, const Reach&) = default;
};
Reach reach_of(const Copy& copy) {
    const auto days = [](auto count) { return sim::Duration{std::chrono::days{count}}; };
    const auto& keep = copy.keep;
    Reach reach;
    const auto hold = [&reach](sim::Duration kept, sim::Duration between) {
        if (kept - between > reach.age) reach = {kept - between, kept};
    };
    hold(days(keep.days), copy.every);
    hold(days(7 * keep.weeks), std::max(days(7), copy.every));
    hold(days(30 * keep.months), std::max(days(30), copy.every));
    hold(days(365 * keep.years), std::max(days(365), copy.every));
    return reach;
}

std::string stays(sim::Duration time, bool certain) {
    return certain ? fmt::format("an intruder stays {}", format_duration(time))
                   : fmt::format("one intruder in ten stays {} or longer", format_duration(time));
}

// Points from before an intruder came must be among those that he cannot delete.
void dwell(const Case& what, std::vector<Finding>& found) {
    sim::Duration longest{};
    bool certain = false;
    for (const auto& incident : what.scenario->incidents) {
        if (incident.kind != IncidentKind::ransomware) continue;
        const auto stay = sim::from_seconds(distribution_of(incident.dwell).quantile(0.9));
        if (stay > longest) longest = stay, certain = incident.dwell.is_certain();
    }
    if (longest == sim::Duration::zero()) return;
    std::vector<std::string> ids;
    auto shortest = sim::Duration::max();
    for (std::size_t w = 0; w < what.scenario->workloads.size(); ++w) {
        Reach reach;
        for (std::size_t c = 0; c < what.places.size(); ++c)
            if (covers(what, c, w) && what.places[c].immutable)
                reach = std::max(reach, reach_of(what.strategy->copies[c]));
        if (reach.kept == sim::Duration::zero() || reach.age >= longest) continue;
        shortest = std::min(shortest, reach.kept);
        ids.push_back(what.scenario->workloads[w].id);
    }
    if (!ids.empty())
        found.push_back({Weight::breaks, "dwell", such_as(ids),
                         fmt::format("{} before he shows, and copies out of his reach go after "
                                     "{}: keep them longer",
                                     stays(longest, certain), format_duration(shortest))});
}

bool has_points_of_its_own(const Case& what, std::size_t workload) {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto method = what.strategy->copies[c].method;
        if (covers(what, c, workload) && method != Method::replication &&
            method != Method::snapshot)
            return true;
    }
    return false;
}

// Segments that a stream has tiered are closed ones, and go when their topic says so.
void segments_only(const Case& what, std::vector<Finding>& found) {
    std::vector<std::string> ids;
    for (std::size_t w = 0; w < what.scenario->workloads.size(); ++w) {
        if (what.scenario->workloads[w].kind != Kind::kafka) continue;
        bool any = false, open_too = false;
        for (std::size_t c = 0; c < what.places.size(); ++c) {
            if (!covers(what, c, w)) continue;
            const auto& policy = what.strategy->copies[c];
            any = true;
            open_too = open_too || policy.method == Method::replication ||
                       policy.ship_logs > sim::Duration::zero();
        }
        if (any && !open_too) ids.push_back(what.scenario->workloads[w].id);
    }
    if (!ids.empty())
        found.push_back({Weight::warns, "segments-only", such_as(ids),
                         "only closed segments are copied: the open ones go with the brokers, and "
                         "a tier of segments alone is no backup; mirror the stream, or ship it"});
}

// Replicas follow deletions and encryption, snapshots go with the array.
void followers_only(const Case& what, std::vector<Finding>& found) {
    std::vector<std::string> ids;
    for (std::size_t w = 0; w < what.scenario->workloads.size(); ++w) {
        bool any = false;
        for (std::size_t c = 0; c < what.places.size(); ++c) any = any || covers(what, c, w);
        if (any && !has_points_of_its_own(what, w)) ids.push_back(what.scenario->workloads[w].id);
    }
    if (!ids.empty())
        found.push_back({Weight::breaks, "followers-only", such_as(ids),
                         "only replicas and snapshots protect it: deletions reach the replica, and "
                         "who rules the array deletes the snapshots; add a copy with points of its "
                         "own"});
}

}  // namespace

std::vector<Finding> objective_findings(const Case& what) {
    std::vector<Finding> found;
    rpo(what, found);
    dwell(what, found);
    followers_only(what, found);
    segments_only(what, found);
    return found;
}

}  // namespace reentry
