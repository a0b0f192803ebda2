#include "models/recovery/choose.hpp"

#include "models/protection/change.hpp"
#include "models/recovery/replica.hpp"
#include "models/recovery/virtual_tape.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>

namespace reentry {
namespace {

// The newest instant up to which logs had been shipped at the failure: the last full interval, or
// the beginning of an outage on the way.
sim::Time logs_until(const Case& what, const History& history, std::size_t copy,
                     std::size_t workload, sim::Time failure) {
    const auto interval = what.strategy->copies[copy].ship_logs;
    auto until = history.begin + (failure - history.begin) / interval * interval;
    const auto& route = what.route[copy][workload];
    for (const auto& outage : history.outages)
        if (std::count(route.begin(), route.end(), outage.link) && outage.begin <= failure &&
            failure < outage.end)
            until = std::min(until, outage.begin);
    return until;
}

double part_of_entry(const Case& what, std::size_t workload, std::int64_t members) {
    return static_cast<double>(members) /
           static_cast<double>(what.scenario->workloads[workload].count);
}

void add_logs(const Case& what, const History& history, const Damage& damage, std::size_t workload,
              Candidate& candidate) {
    const auto& subject = what.scenario->workloads[workload];
    const bool ships = what.strategy->copies[candidate.copy].ship_logs > sim::Duration::zero();
    if (!ships || subject.logs <= Rate{0}) return;
    const auto until = std::min(
        logs_until(what, history, candidate.copy, workload, worked_until(damage, workload)),
        clean_until(damage, workload));
    if (until <= candidate.content) return;
    candidate.log_bytes = subject.logs.bytes_per_second() *
                          sim::to_seconds(until - candidate.content) *
                          part_of_entry(what, workload, candidate.members);
    candidate.bytes += Bytes::rounded(candidate.log_bytes / subject.reduction).count();
    candidate.content = until;
}

// The share of a part that lies frozen: all of an archive class, and what a lifecycle rule has
// moved into one. Of a point that reads as a full, that is what was not touched since.
double frozen_share(const Case& what, const Points& points, std::size_t copy, std::size_t workload,
                    const RecoveryPoint& point, sim::Time now) {
    const auto& place = what.places[copy];
    if (place.thaw) return 1;
    if (!place.later || !place.later->thaw) return 0;
    if (point.available + place.later->after <= now) return 1;
    const bool rolls = what.strategy->copies[copy].method == Method::forever;
    if (!rolls || points.front().available + place.later->after > now) return 0;
    const auto& subject = what.scenario->workloads[workload];
    const double touched =
        touched_share(mean_of(subject.change), subject.hot_share, place.later->after);
    return std::max(0.0, 1 - touched);
}

void add_frozen(const Case& what, const Points& points, std::size_t workload, sim::Time now,
                Candidate& candidate) {
    double frozen = 0, all = 0;
    for (const auto part : candidate.parts) {
        const auto bytes = static_cast<double>(points[part].read_bytes);
        frozen += bytes * frozen_share(what, points, candidate.copy, workload, points[part], now);
        all += bytes;
    }
    candidate.frozen = all > 0 ? frozen / all : 0;
}

// Whether nothing less than a member comes back: logs are replayed on the whole base that they
// belong to, and some products bring whole volumes.
bool comes_whole(const Case& what, std::size_t copy, std::size_t workload) {
    return what.scenario->workloads[workload].kind == Kind::postgresql ||
           what.stages[workload].replay > Rate{0} || what.places[copy].integration.whole_volume;
}

Candidate made_of(const Case& what, const Points& points, std::size_t copy, std::size_t point,
                  std::size_t workload, const Damage& damage) {
    Candidate candidate;
    candidate.members = members_hit(damage, *what.scenario, workload);
    candidate.copy = copy;
    candidate.point = point;
    candidate.parts = chain_of(points, point);
    candidate.content = points[point].content;
    std::int64_t bytes = 0, objects = 0;
    for (const auto part : candidate.parts) {
        bytes += points[part].read_bytes;
        objects += points[part].read_objects;
    }
    const double lost = comes_whole(what, copy, workload)
                            ? part_of_entry(what, workload, candidate.members)
                            : share_lost(damage, workload);
    const double needed = lost * what.places[copy].integration.over_retrieval;
    candidate.bytes = Bytes::rounded(static_cast<double>(bytes) * std::min(1.0, needed)).count();
    candidate.objects = std::max<std::int64_t>(
        1, Bytes::rounded(static_cast<double>(objects) * std::min(1.0, needed)).count());
    return candidate;
}

// Records of a stream lie in closed segments only, unless they are shipped besides: the open ones
// are lost. All partitions together close theirs each time that as much has been written as they
// hold.
void lose_open_segments(const Case& what, const History& history, std::size_t workload,
                        Candidate& candidate) {
    const auto& subject = what.scenario->workloads[workload];
    const auto& stages = what.stages[workload];
    const bool ships = what.strategy->copies[candidate.copy].ship_logs > sim::Duration::zero();
    const double open = static_cast<double>(stages.partitions) * stages.segment.to_double();
    const double per_day = subject.size.to_double() * mean_of(subject.change).per_day();
    if (subject.kind != Kind::kafka || ships || open <= 0 || per_day <= 0) return;
    const auto closing = sim::from_seconds(open / per_day * 86'400);
    const auto since = candidate.content - history.begin;
    candidate.content = history.begin + since / closing * closing;
}

}  // namespace

std::vector<Candidate> candidates(const Case& what, const History& history, const Damage& damage,
                                  std::size_t workload, sim::Time now, const SetAside& aside) {
    std::vector<Candidate> result;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& points = history.points[c][workload];
        if (points.empty() || copy_lost(what, c, damage)) continue;
        if (array_lost(what, c, workload, damage)) continue;
        const auto before = aside.empty() ? none : aside[c];
        if (what.strategy->copies[c].method == Method::replication) {
            if (before != none) continue;  // it has one state only, and that proved bad
            if (auto replica = replica_candidate(what, history, damage, c, workload))
                result.push_back(std::move(*replica));
            continue;
        }
        // Complete before the failure, and still there when it is asked for.
        auto found =
            newest_usable(points, clean_until(damage, workload), worked_until(damage, workload));
        while (found && (points[*found].deleted <= now || *found >= before ||
                         !outlives_gateway(what, c, points, *found, damage)))
            found = *found > 0 ? std::optional(*found - 1) : std::nullopt;
        if (!found) continue;
        auto candidate = made_of(what, points, c, *found, workload, damage);
        add_logs(what, history, damage, workload, candidate);
        lose_open_segments(what, history, workload, candidate);
        add_frozen(what, points, workload, now, candidate);
        candidate.recall = mean_recall(what, history, damage, candidate, workload);
        result.push_back(std::move(candidate));
    }
    return result;
}

}  // namespace reentry
