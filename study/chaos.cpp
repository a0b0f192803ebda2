#include "study/chaos.hpp"

#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "study/estimates.hpp"
#include "study/stopping.hpp"
#include "study/thread_pool.hpp"

#include <algorithm>
#include <map>

namespace reentry::study {
namespace {

// Collects events; those at one instant become one.
class Instants {
 public:
    Instants(sim::Time from, sim::Time to) : from_(from), to_(to) {}

    void add(sim::Time at, Happening happening) {
        if (at < from_ || at >= to_) return;
        auto& strike = at_[at];
        strike.at = at;
        strike.what[static_cast<std::size_t>(happening)] = true;
    }

    std::vector<Strike> list() const {
        std::vector<Strike> all;
        for (const auto& [at, strike] : at_) all.push_back(strike);
        return all;
    }

 private:
    sim::Time from_, to_;
    std::map<sim::Time, Strike> at_;
};

void add_logs(const Case& what, const History& history, sim::Time from, sim::Time to,
              Instants& instants) {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto interval = what.strategy->copies[c].ship_logs;
        const auto ships = [&](std::size_t w) {
            return what.scenario->workloads[w].logs > Rate{0};
        };
        const auto& covered = what.covers[c];
        if (interval <= sim::Duration::zero() ||
            std::none_of(covered.begin(), covered.end(), ships))
            continue;
        const auto first = (std::max(from, history.begin) - history.begin) / interval;
        for (auto at = history.begin + first * interval; at < to; at += interval)
            instants.add(at, Happening::logs_shipped);
    }
}

void strike(const Case& what, const History& history, const Damage& day, const RecoveryOptions& how,
            Strike& strike) {
    auto damage = day;
    move_to(damage, strike.at + sim::Duration{1});
    const auto outcome = recover(what, history, damage, how).outcome;
    strike.recovered = outcome.recovered;
    strike.recovery_s = sim::to_seconds(outcome.recovery_time);
    strike.top_minimum_s = sim::to_seconds(outcome.top_minimum);
    strike.data_loss_s = sim::to_seconds(outcome.data_loss);
}

std::vector<double> column(const std::vector<Strike>& strikes,
                           const std::vector<std::size_t>& chosen, double Strike::* figure) {
    std::vector<double> values;
    for (const auto i : chosen)
        if (strikes[i].recovered) values.push_back(strikes[i].*figure);
    return values;
}

// The first of the chosen with the largest figure; what does not come back at all is worse than
// any time.
std::size_t worst(const std::vector<Strike>& strikes, const std::vector<std::size_t>& chosen,
                  double Strike::* figure) {
    return *std::max_element(chosen.begin(), chosen.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(!strikes[a].recovered, strikes[a].*figure) <
               std::pair(!strikes[b].recovered, strikes[b].*figure);
    });
}

ChaosGroup group_of(const std::vector<Strike>& strikes, Happening happening,
                    const std::vector<std::size_t>& chosen) {
    ChaosGroup group;
    group.happening = happening;
    group.strikes = chosen.size();
    group.unrecoverable = static_cast<std::size_t>(std::count_if(
        chosen.begin(), chosen.end(), [&](std::size_t i) { return !strikes[i].recovered; }));
    group.recovery = estimate_of(column(strikes, chosen, &Strike::recovery_s));
    group.data_loss = estimate_of(column(strikes, chosen, &Strike::data_loss_s));
    group.slowest = worst(strikes, chosen, &Strike::recovery_s);
    group.stalest = worst(strikes, chosen, &Strike::data_loss_s);
    return group;
}

void sum_up(Chaos& result) {
    std::vector<std::size_t> all;
    std::array<std::vector<std::size_t>, happenings> by_kind;
    for (std::size_t i = 0; i < result.strikes.size(); ++i) {
        all.push_back(i);
        for (std::size_t k = 0; k < happenings; ++k)
            if (result.strikes[i].what[k]) by_kind[k].push_back(i);
        result.unrecoverable += result.strikes[i].recovered ? 0 : 1;
    }
    result.recovery = estimate_of(column(result.strikes, all, &Strike::recovery_s));
    result.data_loss = estimate_of(column(result.strikes, all, &Strike::data_loss_s));
    for (std::size_t k = 0; k < happenings; ++k)
        if (!by_kind[k].empty())
            result.groups.push_back(
                group_of(result.strikes, static_cast<Happening>(k), by_kind[k]));
}

}  // namespace

const char* happening_name(Happening happening) {
    switch (happening) {
        case Happening::job_starts:
            return "job starts";
        case Happening::job_ends:
            return "job ends";
        case Happening::logs_shipped:
            return "logs shipped";
        case Happening::point_expires:
            return "point expires";
        case Happening::outage_begins:
            return "outage begins";
        case Happening::outage_ends:
            return "outage ends";
    }
    return "";
}

std::vector<Strike> instants_of(const Case& what, const History& history, sim::Time from,
                                sim::Time to) {
    Instants instants(from, to);
    for (const auto& of_copy : history.points)
        for (const auto& points : of_copy)
            for (const auto& point : points) {
                instants.add(point.started, Happening::job_starts);
                instants.add(point.available, Happening::job_ends);
                instants.add(point.deleted, Happening::point_expires);
            }
    add_logs(what, history, from, to, instants);
    for (const auto& outage : history.outages) {
        instants.add(outage.begin, Happening::outage_begins);
        instants.add(outage.end, Happening::outage_ends);
    }
    return instants.list();
}

Chaos chaos(const Case& what, const ChaosOptions& options) {
    const auto& scenario = *what.scenario;
    const auto seed = static_cast<std::uint64_t>(scenario.effort.seed);
    const auto replication = options.number % static_cast<std::size_t>(scenario.effort.histories);
    const auto day = draw_damage(scenario, options.incident, options.number, seed);
    RecoveryOptions how;
    how.onlooker = until_stopped(options.stop);
    Chaos result;
    try {
        const auto history = operate(what, seed, replication, how.onlooker);
        result.strikes = instants_of(what, history, options.from, options.to);
        for_each_index(result.strikes.size(), options.jobs,
                       [&](std::size_t i) { strike(what, history, day, how, result.strikes[i]); });
    } catch (const Stopped&) {
        result.cancelled = true;
        return result;
    }
    sum_up(result);
    return result;
}

}  // namespace reentry::study
