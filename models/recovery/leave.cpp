#include "models/recovery/leave.hpp"

#include "models/recovery/fetch.hpp"

#include <algorithm>

namespace reentry {
namespace {

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
        if (what.places[c].role != recovery.damage.left_role) continue;
        lies[c][w].copy = c;
        lies[c][w].bytes += entry.bytes;
        lies[c][w].objects += entry.objects;
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
