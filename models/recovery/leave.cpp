#include "models/recovery/leave.hpp"

#include "models/recovery/fetch.hpp"

#include <algorithm>

namespace reentry {
namespace {

// Who leaves a provider leaves all of its regions.
bool is_left(const Damage& damage, const Location& place) {
    return place.role == damage.left_role ||
           (damage.left_role == "provider" && place.role == "region");
}

std::size_t place_of(const std::vector<NameId>& ids, NameId id) {
    return static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin());
}

template <class T>
std::vector<NameId> names_of(const Ledger& ledger, const std::vector<T>& all) {
    const auto& names = ledger.names();
    std::vector<NameId> ids;
    for (const auto& one : all)
        ids.push_back(
            static_cast<NameId>(std::find(names.begin(), names.end(), one.id) - names.begin()));
    return ids;
}

// Whether what lies in a resource of a copy's place must be thawed before it is read.
bool is_frozen(const Location& place, std::string_view resource) {
    if (place.thaw) return true;
    return place.later && place.later->thaw && place.later->resource == resource;
}

std::vector<std::size_t> points_there(const Points& points, sim::Time now) {
    std::vector<std::size_t> there;
    for (std::size_t p = 0; p < points.size(); ++p)
        if (points[p].available <= now && now < points[p].deleted) there.push_back(p);
    return there;
}

// Everything that lies at the role, by copy and workload: the ledger knows it to the byte.
std::vector<std::vector<Candidate>> holdings(const Recovery& recovery) {
    const auto& what = recovery.what();
    const auto& ledger = recovery.history.ledger;
    const auto copies = names_of(ledger, what.strategy->copies);
    const auto workloads = names_of(ledger, what.scenario->workloads);
    const auto now = recovery.damage.failure;
    std::vector<std::vector<Candidate>> lies(copies.size(),
                                             std::vector<Candidate>(workloads.size()));
    for (const auto& entry : ledger.stored()) {
        if (entry.from > now || entry.to <= now) continue;
        const auto c = place_of(copies, entry.cause.copy);
        const auto w = place_of(workloads, entry.cause.workload);
        if (c == copies.size() || w == workloads.size()) continue;
        if (!is_left(recovery.damage, what.places[c])) continue;
        auto& all = lies[c][w];
        all.copy = c;
        all.bytes += entry.bytes;
        all.objects += entry.objects;
        // In bytes for now.
        if (is_frozen(what.places[c], ledger.name(entry.resource)))
            all.frozen += static_cast<double>(entry.bytes);
    }
    for (std::size_t c = 0; c < copies.size(); ++c)
        for (std::size_t w = 0; w < workloads.size(); ++w) {
            auto& all = lies[c][w];
            if (all.bytes == 0) continue;
            all.frozen /= static_cast<double>(all.bytes);
            all.members = what.scenario->workloads[w].count;
            all.parts = points_there(recovery.history.points[c][w], now);
        }
    return lies;
}

// One workload's share of one copy: a place among the people at the new home, thaw, transfer.
sim::Task<void> move_out(Recovery& recovery, std::size_t workload, Candidate all) {
    auto& world = recovery.world;
    const auto& home = recovery.what().scenario->stores[recovery.damage.new_home];
    auto& people = world.crew(world.site_index(home.site));
    const auto urgency = recovery.what().urgency[workload];
    const auto person = co_await people.acquire(1, urgency);
    auto fetching = fetch(recovery, workload, all);
    co_await fetching;
    auto& fate = *recovery.by_workload[workload];
    fate.bytes_read += all.bytes;
    fate.serves = fate.back = world.sim.now();
    --recovery.open;
}

}  // namespace

void leave_provider(Recovery& recovery) {
    if (recovery.damage.left_role.empty()) return;
    for (const auto& of_copy : holdings(recovery))
        for (std::size_t w = 0; w < of_copy.size(); ++w) {
            if (of_copy[w].bytes == 0) continue;
            auto*& fate = recovery.by_workload[w];
            if (!fate) fate = &recovery.outcome.workloads.emplace_back();
            fate->workload = w;
            fate->served_on = fate->restored = fate->recovered = true;
            fate->copy = of_copy[w].copy;
            ++recovery.open;
            recovery.world.sim.spawn(move_out(recovery, w, of_copy[w]), recovery.subject(w).id);
        }
}

}  // namespace reentry
