#include "models/recovery/damage.hpp"
#include "models/scenario/draw.hpp"
#include "sim/check.hpp"

#include <algorithm>

namespace reentry {
namespace {

template <class T>
std::size_t index_of(const std::vector<T>& all, const std::string& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& x) { return x.id == id; });
    REENTRY_CHECK(found != all.end(), "no {}", id);
    return static_cast<std::size_t>(found - all.begin());
}

CalendarSpan times(const CalendarSpan& span, int count) {
    return {span.years * count, span.months * count, span.days * count};
}

}  // namespace

std::vector<sim::Time> drill_times(const Scenario& scenario, const Drill& drill) {
    std::vector<sim::Time> result;
    const auto end = scenario.start + scenario.horizon;
    const auto first = scenario.start + drill.first;
    for (int n = 0;; ++n) {
        const auto at = first + times(drill.every, n) + drill.at;
        if (at >= end) return result;
        result.push_back(at);
    }
}

Damage draw_drill(const Scenario& scenario, std::size_t which, std::size_t number,
                  std::uint64_t seed) {
    const auto& drill = scenario.drills[which];
    const auto rehearsed = index_of(scenario.incidents, drill.incident);
    const RandomKey key{seed, number, sim::Purpose("drill").with(drill.id)};
    auto damage = draw_alone(scenario, rehearsed, number, key);
    move_to(damage, drill_times(scenario, drill).at(number));
    damage.state = State::drill;
    damage.detection = damage.decision = sim::Duration::zero();
    auto random = key.stream("target");
    damage.target = sample(drill.target, random);
    damage.operators = drill.operators;
    damage.recover_at = index_of(scenario.sites, drill.site);
    const auto& kind = scenario.incidents[rehearsed];
    damage.hit.clear();
    for (const auto w :
         selected(scenario.workloads, drill.workloads.empty() ? kind.workloads : drill.workloads))
        if (scenario.workloads[w].site == kind.site) damage.hit.push_back(w);
    return damage;
}

}  // namespace reentry
