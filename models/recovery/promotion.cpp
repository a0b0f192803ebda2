#include "models/recovery/promotion.hpp"

#include "models/recovery/lone_restore.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/source.hpp"
#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <limits>

namespace reentry {
namespace {

// What it takes until a place is ready, as people would guess it at this instant.
double seconds_until_ready(const Recovery& recovery, std::size_t workload) {
    const auto there = recovery.decided[workload] + restore_wait(recovery, workload);
    const auto left = std::max(there - recovery.world.sim.now(), sim::Duration::zero());
    return sim::to_seconds(left + mean_of(recovery.stages(workload).prepare));
}

double seconds_to_take_over(const Recovery& recovery, std::size_t workload, std::size_t copy) {
    const auto& stages = recovery.stages(workload);
    const auto there =
        recovery.decided[workload] +
        provision_wait(recovery, recovery.what().promote_at[copy]).value_or(sim::Duration::zero());
    const auto left = std::max(there - recovery.world.sim.now(), sim::Duration::zero());
    return sim::to_seconds(left + mean_of(stages.promote) + mean_of(stages.switch_over));
}

double seconds_to_restore(Recovery& recovery, std::size_t workload, const Candidate& candidate) {
    if (recovery.parted_from_copy(workload, candidate.copy))
        return std::numeric_limits<double>::infinity();
    return lone_restore_seconds(recovery.world, candidate, workload,
                                recovery.restored_at(workload));
}

sim::Duration drawn(Recovery& recovery, std::size_t workload, const char* what,
                    const Uncertain<sim::Duration>& value) {
    auto random =
        recovery.world.key.stream(std::string(what) + "/" + recovery.subject(workload).id);
    return sample(value, random);
}

}  // namespace

bool has_standby(const Recovery& recovery, std::size_t workload) {
    const auto& sites = recovery.what().promote_at;
    for (std::size_t c = 0; c < sites.size(); ++c)
        if (sites[c] != none && !recovery.history.points[c][workload].empty()) return true;
    return false;
}

bool may_take_over(Recovery& recovery, std::size_t copy) {
    const auto site = recovery.what().promote_at[copy];
    if (site == none || recovery.damage.state != State::recovery) return false;
    auto& world = recovery.world;
    return !closes_ways(recovery.damage) ||
           !world.cut_off(world.reading(copy), world.at_site(site));
}

double seconds_to_use(Recovery& recovery, std::size_t workload, const Candidate& candidate) {
    if (takes_over(recovery, workload)) return 0;
    const double restored = seconds_to_restore(recovery, workload, candidate);
    if (!may_take_over(recovery, candidate.copy)) return restored;
    return std::min(restored, seconds_to_take_over(recovery, workload, candidate.copy) -
                                  seconds_until_ready(recovery, workload));
}

void settle_where(Recovery& recovery, std::size_t workload) {
    recovery.promoted[workload] = none;
    if (!has_standby(recovery, workload)) return;
    const auto best = choose(recovery, workload);
    if (!best || !may_take_over(recovery, best->copy)) return;
    if (seconds_to_use(recovery, workload, *best) < seconds_to_restore(recovery, workload, *best))
        recovery.promoted[workload] = best->copy;
}

bool settle_elsewhere(Recovery& recovery, std::size_t workload) {
    if (takes_over(recovery, workload)) return false;  // it is cut off there
    const auto& sites = recovery.what().promote_at;
    for (std::size_t c = 0; c < sites.size(); ++c) {
        if (!may_take_over(recovery, c)) continue;
        recovery.promoted[workload] = c;
        if (!recovery.stranded_at(workload, sites[c]) && choose(recovery, workload)) return true;
    }
    recovery.promoted[workload] = none;
    return false;
}

sim::Task<void> promote(Recovery& recovery, std::size_t workload) {
    const auto length = drawn(recovery, workload, "promote", recovery.stages(workload).promote);
    auto promoting = stage(recovery, workload, Stage::promote, length);
    co_await promoting;
}

sim::Task<void> switch_over(Recovery& recovery, std::size_t workload) {
    const auto length = drawn(recovery, workload, "switch", recovery.stages(workload).switch_over);
    auto switching = stage(recovery, workload, Stage::switch_over, length);
    co_await switching;
}

}  // namespace reentry
