#include "models/recovery/replica.hpp"

#include "models/protection/job_size.hpp"

#include <algorithm>

namespace reentry {

namespace {

// Whether the workload has been hit by something of the kind so far.
bool was_hit_by(const Case& what, const Damage& damage, std::size_t workload, IncidentKind kind) {
    const auto is = [&](const Damage& d) {
        return what.scenario->incidents[d.incident].kind == kind &&
               std::binary_search(d.hit.begin(), d.hit.end(), workload);
    };
    return is(damage) || std::any_of(damage.since.begin(), damage.since.end(), is);
}

}  // namespace

bool array_lost(const Case& what, std::size_t copy, std::size_t workload, const Damage& damage) {
    const auto& place = what.places[copy];
    if (place.kind != Location::Kind::array) return false;
    if (!was_hit_by(what, damage, workload, IncidentKind::failed_array)) return false;
    const auto& store = what.scenario->stores[place.store];
    const auto& subject = what.scenario->workloads[workload];
    return store.site == subject.site && store.array == subject.array;
}

std::optional<Candidate> replica_candidate(const Case& what, const History& history,
                                           const Damage& damage, std::size_t copy,
                                           std::size_t workload) {
    const auto until = worked_until(damage, workload);
    if (was_hit_by(what, damage, workload, IncidentKind::deleted_data) ||
        was_hit_by(what, damage, workload, IncidentKind::ransomware) ||
        clean_until(damage, workload) < until)
        return std::nullopt;
    const auto& points = history.points[copy][workload];
    const auto state = live_state(points, what.strategy->copies[copy].every, until);
    if (!state) return std::nullopt;
    Candidate candidate;
    candidate.copy = copy;
    candidate.members = members_hit(damage, *what.scenario, workload);
    candidate.point = state->point;
    candidate.parts = {state->point};
    candidate.content = state->content;
    const auto& route = what.route[copy][workload];
    for (const auto& outage : history.outages)
        if (std::count(route.begin(), route.end(), outage.link) && outage.begin <= until &&
            until < outage.end)
            candidate.content = std::min(candidate.content, outage.begin);
    candidate.content = std::max(candidate.content, points[state->point].content);
    candidate.bytes = Bytes::rounded(static_cast<double>(points[state->point].read_bytes) *
                                     share_lost(damage, workload))
                          .count();
    candidate.objects = std::max<std::int64_t>(
        1, JobSize::objects_in(candidate.bytes, what.places[copy].integration));
    return candidate;
}

bool lies_at(const Case& what, std::size_t copy, std::size_t site) {
    const auto& place = what.places[copy];
    return place.kind == Location::Kind::array && place.node == what.scenario->sites[site].id;
}

}  // namespace reentry
