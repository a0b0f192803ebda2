#include "models/recovery/way_home.hpp"

#include "models/operation/job_limits.hpp"
#include "models/protection/job_size.hpp"
#include "models/recovery/fetch.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <optional>

namespace reentry {
namespace {

// When home can take the workload back; nothing: it stays where it is.
std::optional<sim::Time> home_is_fit(const Recovery& recovery, std::size_t workload) {
    if (!is_hit(recovery.damage, workload)) return recovery.world.sim.now();  // when it is in reach
    const auto& blow = blow_to(recovery.damage, workload);
    const auto decided = recovery.decided[workload];
    if (blow.repair > sim::Duration::zero()) return decided + blow.repair;
    if (recovery.restored_at(workload) != recovery.home_of(workload)) return std::nullopt;
    return decided + blow.target;
}

// As they travel: all that home had lost, or what changed of it since. Where home has only been out
// of reach, what changed since then.
double lost_at_home(const Recovery& recovery, std::size_t workload,
                    std::optional<sim::Time> since = {}) {
    const auto& fate = *recovery.by_workload[workload];
    if (!fate.copy) return 0;  // it was built from code, and is so again
    const auto& subject = recovery.subject(workload);
    const auto& product = recovery.what().places[*fate.copy].integration;
    const auto now = recovery.world.sim.now();
    const auto age = now - recovery.history.begin;
    const bool harmed = is_hit(recovery.damage, workload);
    if (!harmed && !since) since = fate.down;
    const auto size =
        since ? change_size(subject, product, age, now - *since, mean_of(subject.change))
              : full_size(subject, product, age);
    return static_cast<double>(size.stored) * (harmed ? share_lost(recovery.damage, workload) : 1);
}

// A copy in the region in which the workload serves: what leaves it is charged there.
std::optional<std::size_t> copy_beside(const Recovery& recovery, std::size_t workload) {
    const auto& places = recovery.what().places;
    const auto own = recovery.by_workload[workload]->copy;
    if (own && in_region_of(recovery, workload, places[*own])) return own;
    for (std::size_t c = 0; c < places.size(); ++c)
        if (in_region_of(recovery, workload, places[c])) return c;
    return std::nullopt;
}

sim::Task<void> carry_home(Recovery& recovery, std::size_t workload, double bytes, Stage what) {
    if (bytes <= 0) co_return;
    auto& world = recovery.world;
    const Shipment shipment{world.source_at(workload, recovery.site_of(workload)),
                            world.target_for(workload, recovery.home_of(workload)), bytes,
                            limits_between_stores(world.what, recovery.subject(workload).count),
                            Purpose::recovery};
    auto moving = move_bytes(recovery, workload, shipment, what);
    co_await moving;
    if (const auto copy = copy_beside(recovery, workload))
        recovery.recorder.left_region(*copy, workload, static_cast<std::int64_t>(bytes),
                                      world.sim.now());
}

sim::Task<void> home_in_reach(Recovery& recovery, std::size_t workload) {
    const auto home = recovery.home_of(workload);
    auto& network = recovery.world.network_changed();
    while (recovery.stranded_at(workload, home)) {
        const auto back = recovery.dark_at(workload, home);
        if (back)
            co_await recovery.world.sim.until(*back);
        else
            co_await network;
    }
}

sim::Task<void> go_home(Recovery& recovery, std::size_t workload, sim::Time fit) {
    auto& sim = recovery.world.sim;
    co_await sim.until(fit);
    auto reaching = home_in_reach(recovery, workload);
    co_await reaching;
    const auto began = sim.now();
    auto copying =
        carry_home(recovery, workload, lost_at_home(recovery, workload), Stage::copy_home);
    co_await copying;
    const auto followed = sim.now();
    auto following =
        carry_home(recovery, workload, lost_at_home(recovery, workload, began), Stage::copy_home);
    co_await following;
    const auto down = sim.now();
    auto last =
        carry_home(recovery, workload, lost_at_home(recovery, workload, followed), Stage::go_home);
    co_await last;
    const auto& site = recovery.what().scenario->sites[recovery.site_of(workload)];
    auto switching = stage(recovery, workload, Stage::go_home, site.fail_back);
    co_await switching;
    recovery.by_workload[workload]->interruption += sim.now() - down;
    keep_machines(recovery, workload);
    recovery.is_home[workload] = true;
    --recovery.away;
}

}  // namespace

void set_off_home(Recovery& recovery, std::size_t workload) {
    if (!recovery.by_workload[workload]->recovered) return;
    keep_machines(recovery, workload);
    const bool planned = recovery.damage.state != State::recovery;
    if (planned || recovery.site_of(workload) == recovery.home_of(workload)) return;
    const auto fit = home_is_fit(recovery, workload);
    if (!fit) return;
    ++recovery.away;
    auto& sim = recovery.world.sim;
    recovery.going_home[workload] =
        sim.spawn(go_home(recovery, workload, std::max(*fit, sim.now())), "way home");
}

void stay_away(Recovery& recovery, std::size_t workload) {
    if (!recovery.going_home[workload].done()) {
        recovery.going_home[workload].interrupt("hit again");
        --recovery.away;
    }
    recovery.is_home[workload] = false;
    recovery.promoted[workload] = none;
}

}  // namespace reentry
