#include "models/recovery/respond.hpp"

#include "models/recovery/other_backups.hpp"
#include "models/recovery/runbook.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/way_home.hpp"

#include <algorithm>

namespace reentry {
namespace {

// A workload that was not hit goes on being backed up, contending for links and drives, as long as
// the copy and what it reads from are there.
bool goes_on(const Case& what, const Damage& damage, std::size_t copy, std::size_t workload) {
    if (damage.state == State::drill) return true;  // nothing is really hit
    const auto from = what.from[copy];
    return !is_hit(damage, workload) && !copy_lost(what, copy, damage) &&
           (from == none || !copy_lost(what, from, damage));
}

void stop_backups_of_the_lost(Recovery& recovery) {
    for (const auto& backup : recovery.backups)
        if (!goes_on(recovery.what(), recovery.damage, backup.copy, backup.workload))
            backup.process.interrupt("lost");
}

// What was done since the last stage that ended is of no use.
void note_in_vain(Recovery& recovery, std::size_t w) {
    const auto& fate = *recovery.by_workload[w];
    auto begin = fate.down;
    for (const auto& span : fate.spans) begin = std::max(begin, span.end);
    note(recovery, w, {Stage::in_vain, begin, {}, {}, {}, {}});
}

// The workload is down from now on, whether it was not hit before, is still down, or served again.
void fall(Recovery& recovery, std::size_t w) {
    auto*& fate = recovery.by_workload[w];
    if (!fate) {
        fate = &recovery.outcome.workloads.emplace_back();
        fate->workload = w;
        fate->down = recovery.world.sim.now();
        fate->served_on = recovery.damage.state == State::drill;
    }
    fate->restored = fate->recovered = false;
    recovery.reading[w] = nullptr;
    if (recovery.at_work[w].done()) {
        ++recovery.open;
    } else {
        note_in_vain(recovery, w);
        recovery.at_work[w].interrupt("hit again");
    }
    if (recovery.served[w]->triggered())
        recovery.served[w] = &recovery.events.emplace_back(recovery.world.sim);
}

// What has come back, or is coming back, at sites that are lost now and are not its own.
std::vector<std::size_t> guests_at(const Recovery& recovery,
                                   const std::vector<std::string>& sites) {
    std::vector<std::size_t> guests;
    for (std::size_t w = 0; w < recovery.by_workload.size(); ++w) {
        if (!recovery.by_workload[w]) continue;
        const auto at = recovery.site_of(w);
        const auto& site = recovery.what().scenario->sites[at].id;
        if (at != recovery.home_of(w) && std::count(sites.begin(), sites.end(), site))
            guests.push_back(w);
    }
    return guests;
}

// What breaks at a site does not reach what has come back elsewhere; what people or intruders do to
// its data does.
void spare_who_is_elsewhere(const Recovery& recovery, Damage& strike) {
    const auto kind = recovery.what().scenario->incidents[strike.incident].kind;
    if (kind == IncidentKind::deleted_data || kind == IncidentKind::ransomware) return;
    std::erase_if(strike.hit, [&](std::size_t w) {
        return recovery.by_workload[w] && recovery.site_of(w) != recovery.home_of(w);
    });
}

// What is read now is lost, or has gone out of reach where another copy is in reach.
bool is_useless(Recovery& recovery, std::size_t w, const Candidate& source) {
    return recovery.spoilt(w, source) ||
           (recovery.parted_from_copy(w, source.copy) && choose(recovery, w));
}

// Those who read it start again from another copy.
void stop_useless_restores(Recovery& recovery) {
    for (std::size_t w = 0; w < recovery.reading.size(); ++w)
        if (const auto* source = recovery.reading[w]; source && is_useless(recovery, w, *source)) {
            note_in_vain(recovery, w);
            recovery.at_work[w].interrupt("its copy is lost");
        }
}

}  // namespace

void start_other_backups(Recovery& recovery) {
    auto& world = recovery.world;
    for (std::size_t c = 0; c < world.what.places.size(); ++c)
        for (const auto w : world.what.covers[c])
            if (goes_on(world.what, recovery.damage, c, w))
                recovery.backups.push_back(
                    {c, w,
                     world.sim.spawn(go_on_backing_up(world, recovery.history, c, w), "backup")});
}

void close_ways(World& world, const Damage& strike) {
    if (!strike.dark_role.empty()) world.lose_region(strike.dark_role, strike.outage);
    for (const auto& link : strike.cut_links) world.lose_link(link, strike.outage);
}

void respond(Recovery& recovery, const Damage& strike) {
    auto& world = recovery.world;
    for (const auto w : strike.hit) {
        stay_away(recovery, w);
        fall(recovery, w);
        recovery.at_work[w] = world.sim.spawn(bring_back(recovery, w), recovery.subject(w).id);
    }
    for (std::size_t w = 0; w < recovery.served.size(); ++w) {
        if (!recovery.served[w]->triggered() || !recovery.stranded(w)) continue;
        fall(recovery, w);
        recovery.at_work[w] = world.sim.spawn(
            sit_out(recovery, w, strike.detection + strike.decision), recovery.subject(w).id);
    }
}

sim::Task<void> strike_again(Recovery& recovery) {
    while (!recovery.damage.then.empty()) {
        co_await recovery.world.sim.until(recovery.damage.then.front().failure);
        if (recovery.open == 0) co_return;
        spare_who_is_elsewhere(recovery, recovery.damage.then.front());
        const auto guests = guests_at(recovery, recovery.damage.then.front().lost_sites);
        strike_next(recovery.damage, guests);
        const auto strike = recovery.damage.since.back();
        close_ways(recovery.world, strike);
        stop_backups_of_the_lost(recovery);
        respond(recovery, strike);
        stop_useless_restores(recovery);
    }
}

}  // namespace reentry
