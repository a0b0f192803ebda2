#include "models/recovery/people.hpp"

#include "models/recovery/stages.hpp"
#include "models/scenario/draw.hpp"

#include <array>
#include <chrono>

namespace reentry {
namespace {

bool at_work(const Crew& crew, sim::Time now) {
    const auto day = std::chrono::floor<std::chrono::days>(now.time_since_epoch());
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}};
    const auto hour = std::chrono::floor<std::chrono::hours>(now.time_since_epoch() - day).count();
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return (crew.weekends || !weekend) && hour >= crew.work_from && hour < crew.work_to;
}

// Those who came first work for a shift, then those who relieve them for as long, and so on; each
// group comes back when it has rested, and nobody is there until then. Restores under way go on;
// new ones wait.
sim::Task<void> work_in_shifts(Recovery& recovery, std::size_t site) {
    const auto& crew = recovery.what().scenario->sites[site].crew;
    auto& sim = recovery.world.sim;
    auto& places = recovery.world.crew(site);
    const std::array<std::int64_t, 2> people{crew.operators, crew.relief};
    std::array<sim::Time, 2> rested{sim.now(), sim.now()};
    for (std::size_t group = 0;; group = crew.relief > 0 ? 1 - group : 0) {
        if (rested[group] > sim.now()) {
            places.set_capacity(0);
            co_await sim.until(rested[group]);
        }
        places.set_capacity(static_cast<int>(people[group] * crew.restores_each));
        co_await sim.delay(crew.shift);
        rested[group] = sim.now() + crew.rest;
    }
}

}  // namespace

sim::Duration mobilisation(Recovery& recovery, const Crew& crew) {
    if (recovery.damage.state == State::drill) return sim::Duration::zero();  // they stand by
    if (at_work(crew, recovery.world.sim.now())) return sim::Duration::zero();
    auto random = recovery.world.key.stream("mobilise");
    return sample(crew.on_call, random);
}

sim::Task<sim::Lease> take_crew(Recovery& recovery, std::size_t workload) {
    const auto site = recovery.site_of(workload);
    auto& places = recovery.drill_crew ? *recovery.drill_crew : recovery.world.crew(site);
    const bool tire = !recovery.drill_crew &&
                      recovery.what().scenario->sites[site].crew.shift > sim::Duration::zero();
    if (tire && !recovery.shifts[site]) {
        recovery.shifts[site] = true;
        recovery.world.sim.spawn(work_in_shifts(recovery, site), "shifts");
    }
    const auto asked = recovery.world.sim.now();
    const auto urgency = recovery.what().urgency[workload];
    auto place = co_await places.acquire(1, urgency);
    note_wait(recovery, workload, Stage::mobilise, asked, places.name());
    co_return place;
}

}  // namespace reentry
