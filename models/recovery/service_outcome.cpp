#include "models/recovery/service_outcome.hpp"

#include "models/recovery/critical_path.hpp"
#include "sim/check.hpp"

#include <algorithm>

namespace reentry {
namespace {

struct Fate {
    bool down = false;  // hit, or depends on something that is
    bool recovered = true;
    sim::Time from{};    // it went down
    sim::Time serves{};  // at its minimum level
    sim::Time back{};    // with all its data
};

// The fate of every workload: its own, and that of all it depends on.
std::vector<Fate> fates(const Dependencies& dependencies, const IncidentOutcome& outcome) {
    std::vector<Fate> result(dependencies.needs.size());
    for (const auto& w : outcome.workloads)
        if (!w.served_on) result[w.workload] = {true, w.recovered, w.down, w.serves, w.back};
    for (const auto w : dependencies.order)
        for (const auto need : dependencies.needs[w]) {
            if (!result[need].down) continue;
            result[w].from =
                result[w].down ? std::min(result[w].from, result[need].from) : result[need].from;
            result[w].down = true;
            result[w].recovered = result[w].recovered && result[need].recovered;
            result[w].serves = std::max(result[w].serves, result[need].serves);
            result[w].back = std::max(result[w].back, result[need].back);
        }
    return result;
}

std::size_t index_of(const std::vector<Workload>& workloads, const std::string& id) {
    const auto found = std::find_if(workloads.begin(), workloads.end(),
                                    [&](const Workload& w) { return w.id == id; });
    REENTRY_CHECK(found != workloads.end(), "no workload {}", id);
    return static_cast<std::size_t>(found - workloads.begin());
}

// The fate of a group: down if one member is, back when the last is.
Fate together(const std::vector<Workload>& workloads, const std::vector<std::string>& members,
              const std::vector<Fate>& all) {
    Fate fate;
    for (const auto& id : members) {
        const auto& member = all[index_of(workloads, id)];
        if (!member.down) continue;
        fate.down = true;
        fate.recovered = fate.recovered && member.recovered;
        fate.serves = std::max(fate.serves, member.serves);
        fate.back = std::max(fate.back, member.back);
    }
    return fate;
}

// The workloads named and all that they depend on.
std::vector<bool> behind_service(const Case& what, const std::vector<std::string>& members) {
    const auto& workloads = what.scenario->workloads;
    std::vector<bool> behind(workloads.size());
    for (const auto& id : members) behind[index_of(workloads, id)] = true;
    const auto& order = what.dependencies.order;  // dependants come after what they need
    for (auto it = order.rbegin(); it != order.rend(); ++it)
        if (behind[*it])
            for (const auto need : what.dependencies.needs[*it]) behind[need] = true;
    return behind;
}

// The recovered one of those whose instant is the latest; null when none recovered.
template <class Counts>
const WorkloadOutcome* latest(const IncidentOutcome& outcome, sim::Time WorkloadOutcome::* instant,
                              Counts counts) {
    const WorkloadOutcome* last = nullptr;
    for (const auto& w : outcome.workloads)
        if (w.recovered && counts(w.workload) && (!last || w.*instant > last->*instant)) last = &w;
    return last;
}

void summarise_top(const Case& what, const std::vector<Fate>& all, IncidentOutcome& outcome) {
    const auto& scenario = *what.scenario;
    for (const auto& service : scenario.services) {
        if (service.id != scenario.top_service) continue;
        const auto& minimum = service.minimum.empty() ? service.workloads : service.minimum;
        const auto whole = together(scenario.workloads, service.workloads, all);
        const auto least = together(scenario.workloads, minimum, all);
        outcome.top_hit = whole.down;
        outcome.top_recovered = whole.recovered;
        outcome.top_minimum_recovered = least.recovered;
        if (least.down) outcome.top_minimum = least.serves - outcome.failure;
        if (whole.down) outcome.top_full = whole.back - outcome.failure;
        const auto behind = behind_service(what, service.workloads);
        for (const auto& w : outcome.workloads)
            if (behind[w.workload])
                outcome.top_data_loss = std::max(outcome.top_data_loss, w.data_loss);
        if (!outcome.top_minimum_recovered) continue;
        const auto needed = behind_service(what, minimum);
        const auto* last = latest(outcome, &WorkloadOutcome::serves,
                                  [&needed](std::size_t w) { return needed[w]; });
        if (last)
            outcome.top_bottleneck =
                bottleneck_of(critical_path(outcome, last->workload, last->serves));
    }
}

// The time of [begin, end) with critical windows counted by their factor.
sim::Duration weighted(const Scenario& scenario, const std::string& workload, sim::Time begin,
                       sim::Time end) {
    double seconds = sim::to_seconds(end - begin);
    for (const auto& window : scenario.critical_windows) {
        const auto overlap =
            std::min(end, window.begin + window.length) - std::max(begin, window.begin);
        if (overlap <= sim::Duration::zero()) continue;
        const bool concerned =
            window.services.empty() ||
            std::any_of(scenario.services.begin(), scenario.services.end(), [&](const Service& s) {
                return std::count(window.services.begin(), window.services.end(), s.id) &&
                       std::count(s.workloads.begin(), s.workloads.end(), workload);
            });
        if (concerned) seconds += (window.factor - 1) * sim::to_seconds(overlap);
    }
    return sim::from_seconds(seconds);
}

// Time at a rate, in the currency of the report; a rate that is not stated costs nothing.
Money cost_of(const ExchangeRates& rates, Currency currency, sim::Duration time,
              const MoneyRate& rate, sim::Time when) {
    if (rate.time <= sim::Duration::zero()) return Money(currency);
    const auto converted = rates.convert(amount(time, rate), currency, sim::day_of(when));
    REENTRY_CHECK(converted, "no exchange rate for {}", rate.currency.code());
    return *converted;
}

}  // namespace

void summarise(const Case& what, IncidentOutcome& outcome) {
    outcome.recovered = true;
    for (const auto& w : outcome.workloads) {
        outcome.recovered = outcome.recovered && w.recovered;
        outcome.recovery_time = std::max(outcome.recovery_time, w.back - outcome.failure);
        outcome.data_loss = std::max(outcome.data_loss, w.data_loss);
        outcome.interruption = std::max(outcome.interruption, w.interruption);
    }
    const auto* last = latest(outcome, &WorkloadOutcome::back, [](std::size_t) { return true; });
    if (last) {
        outcome.critical = critical_path(outcome, last->workload, last->back);
        outcome.bottleneck = bottleneck_of(outcome.critical);
    }
    summarise_top(what, fates(what.dependencies, outcome), outcome);
}

void price_outage(const Scenario& scenario, const ExchangeRates& rates,
                  const Dependencies& dependencies, IncidentOutcome& outcome) {
    const auto write_off = scenario.objectives.write_off;
    const auto currency = scenario.finance.currency;
    outcome.outage_cost = outcome.loss_cost = Money(currency);
    const auto all = fates(dependencies, outcome);
    for (std::size_t w = 0; w < all.size(); ++w) {
        if (!all[w].down) continue;
        const auto& subject = scenario.workloads[w];
        const auto end = all[w].recovered ? all[w].serves : all[w].from + write_off;
        outcome.outage_cost +=
            cost_of(rates, currency, weighted(scenario, subject.id, all[w].from, end),
                    subject.outage_cost, outcome.failure);
    }
    for (const auto& w : outcome.workloads)
        outcome.outage_cost += cost_of(rates, currency, w.interruption,
                                       scenario.workloads[w.workload].outage_cost, outcome.failure);
    for (const auto& w : outcome.workloads)
        if (!w.served_on)
            outcome.loss_cost += cost_of(rates, currency, w.restored ? w.data_loss : write_off,
                                         scenario.workloads[w.workload].loss_cost, outcome.failure);
}

}  // namespace reentry
