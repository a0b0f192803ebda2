#include "study/simulate.hpp"

#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/recovery/service_outcome.hpp"
#include "models/tariff/meter.hpp"
#include "study/thread_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace reentry::study {
namespace {

// Counts finished incidents and tells about it, one call at a time.
class Teller {
 public:
    Teller(const SimulateOptions& options, std::size_t total) : options_(options) {
        progress_.total = total;
    }
    void finished(std::size_t incidents, const std::string& doing) {
        const std::scoped_lock lock(mutex_);
        progress_.done += incidents;
        progress_.doing = doing;
        if (options_.progress) options_.progress(progress_);
    }

 private:
    const SimulateOptions& options_;
    std::mutex mutex_;
    Progress progress_;
};

// One distinct behaviour, to be run once for all rows that share it.
struct Task {
    const Case* what = nullptr;
    std::vector<CaseRow*> rows;  // that share it
    std::shared_ptr<CaseRun> run = std::make_shared<CaseRun>();
    std::string doing;
};

// Requests and bytes by resource, meter, option and month: all that a price looks at.
std::vector<Counted> added_up(const Ledger& usage) {
    std::vector<Counted> sums;
    for (const auto& entry : usage.counted()) {
        const auto same = std::find_if(sums.begin(), sums.end(), [&](const Counted& sum) {
            return sum.resource == entry.resource && sum.meter == entry.meter &&
                   sum.option == entry.option && month_start(sum.at) == month_start(entry.at);
        });
        if (same == sums.end())
            sums.push_back(entry);
        else
            same->quantity += entry.quantity;
    }
    return sums;
}

// Names and horizon without entries.
Ledger names_of(const Ledger& ledger) {
    Ledger names;
    for (const auto& name : ledger.names()) names.intern(name);
    names.begin = ledger.begin;
    names.end = ledger.end;
    return names;
}

IncidentRun run_incident(const Case& what, const History& history, const ExchangeRates& rates,
                         std::size_t kind, std::size_t number, CaseRun& run) {
    const auto seed = static_cast<std::uint64_t>(what.scenario->effort.seed);
    const auto damage = draw_damage(*what.scenario, kind, number, seed);
    auto result = recover(what, history, damage, seed);
    price_outage(*what.scenario, rates, what.dependencies, result.outcome);
    run.events += result.events;
    if (run.names.names().size() == 1) run.names = names_of(result.usage);
    return {std::move(result.outcome), added_up(result.usage), result.usage.stored()};
}

// Incident `number` meets history `number` modulo their count.
void run_incidents(const Case& what, const History& history, std::size_t replication, CaseRun& run,
                   Teller& teller, const SimulateOptions& options, const std::string& doing) {
    const auto& effort = what.scenario->effort;
    const auto count = static_cast<std::size_t>(effort.incidents);
    const auto histories = static_cast<std::size_t>(effort.histories);
    const auto rates = exchange_rates(*what.scenario);
    for (std::size_t kind = 0; kind < what.scenario->incidents.size(); ++kind)
        for (std::size_t number = replication; number < count; number += histories) {
            if (options.stop.stop_requested()) return;
            run.incidents[kind][number] = run_incident(what, history, rates, kind, number, run);
            teller.finished(1, doing);
        }
}

void run_case(const Task& task, Teller& teller, const SimulateOptions& options) {
    const auto& what = *task.what;
    const auto& effort = what.scenario->effort;
    auto& run = *task.run;
    run.incidents.resize(what.scenario->incidents.size());
    for (auto& of_class : run.incidents)
        of_class.resize(static_cast<std::size_t>(effort.incidents));
    for (std::int64_t r = 0; r < effort.histories && !options.stop.stop_requested(); ++r) {
        const auto replication = static_cast<std::uint64_t>(r);
        teller.finished(0, task.doing);
        auto history = operate(what, static_cast<std::uint64_t>(effort.seed), replication);
        run.events += history.events;
        run_incidents(what, history, replication, run, teller, options, task.doing);
        if (r > 0) continue;
        run.jobs = std::move(history.jobs);
        run.seeded = std::move(history.seeded);
        for (auto* row : task.rows) row->usage = meter(history.ledger, row->bindings->list());
        run.ledger = options.keep_ledgers ? std::move(history.ledger) : names_of(history.ledger);
    }
}

// The distinct behaviours among the rows, in order of first appearance; each row gets its run.
std::vector<Task> distinct_tasks(const Scenario& scenario, const Catalogue& catalogue,
                                 std::vector<CaseRow>& rows) {
    std::vector<Task> tasks;
    std::map<std::string, std::size_t> known;
    for (auto& row : rows) {
        if (!row.offer.made) continue;
        const auto [it, is_new] = known.try_emplace(row.offer.made->signature(), tasks.size());
        if (is_new) {
            auto& task = tasks.emplace_back();
            task.what = &*row.offer.made;
            task.doing = row.provider.empty() ? row.strategy
                                              : fmt::format("{} on {}", row.strategy, row.provider);
        }
        row.run = tasks[it->second].run;
        row.bindings = std::make_shared<Bindings>(scenario, *row.offer.made, catalogue);
        tasks[it->second].rows.push_back(&row);
    }
    return tasks;
}

}  // namespace

Ledger usage_of(const CaseRun& run, const IncidentRun& incident) {
    Ledger ledger = run.names;
    for (const auto& entry : incident.counted) ledger.add(entry);
    for (const auto& entry : incident.stored) ledger.add(entry);
    return ledger;
}

std::vector<CaseRow> rows_of(const Scenario& scenario, const Catalogue& catalogue) {
    std::vector<CaseRow> rows;
    for (const auto& strategy : scenario.strategies) {
        const bool anywhere = !uses_role(strategy, "provider");
        for (const auto& provider : anywhere ? std::vector<std::string>{""} : scenario.providers) {
            auto& row = rows.emplace_back();
            row.strategy = strategy.id;
            row.provider = provider;
            row.offer = make_case(scenario, strategy, provider, catalogue);
            if (row.offer.made && strategy.prefer == Preference::cheapest)
                row.offer.made->read_price =
                    read_prices(*row.offer.made, Bindings(scenario, *row.offer.made, catalogue));
        }
    }
    return rows;
}

Simulated simulate(std::shared_ptr<const Scenario> scenario, const Catalogue& catalogue,
                   const SimulateOptions& options) {
    Simulated result;
    result.scenario = std::move(scenario);
    result.rows = rows_of(*result.scenario, catalogue);
    const auto tasks = distinct_tasks(*result.scenario, catalogue, result.rows);
    const auto each = result.scenario->incidents.size() *
                      static_cast<std::size_t>(result.scenario->effort.incidents);
    Teller teller(options, tasks.size() * each);
    for_each_index(tasks.size(), options.jobs,
                   [&](std::size_t i) { run_case(tasks[i], teller, options); });
    result.cancelled = options.stop.stop_requested();
    return result;
}

IncidentOutcome replay(const Scenario& scenario, const Case& what, std::size_t incident_class,
                       std::size_t number) {
    const auto seed = static_cast<std::uint64_t>(scenario.effort.seed);
    const auto replication = number % static_cast<std::size_t>(scenario.effort.histories);
    const auto history = operate(what, seed, replication);
    const auto damage = draw_damage(scenario, incident_class, number, seed);
    RecoveryOptions options;
    options.spans = true;
    auto outcome = recover(what, history, damage, seed, options).outcome;
    price_outage(scenario, exchange_rates(scenario), what.dependencies, outcome);
    return outcome;
}

}  // namespace reentry::study
