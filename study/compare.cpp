#include "study/compare.hpp"

#include "models/findings/findings.hpp"
#include "models/tariff/marginal.hpp"
#include "models/units/format.hpp"
#include "study/bindings.hpp"
#include "study/class_result.hpp"
#include "study/cost.hpp"
#include "study/drill_result.hpp"
#include "study/pooled.hpp"
#include "study/terms.hpp"
#include "study/verdict.hpp"

#include <algorithm>
#include <deque>
#include <set>

namespace reentry::study {
namespace {

void name_row(const Scenario& scenario, const CaseRow& from, const Catalogue& catalogue, Row& row) {
    row.strategy = row.strategy_name = from.strategy;
    for (const auto& strategy : scenario.strategies)
        if (strategy.id == from.strategy && !strategy.name.empty())
            row.strategy_name = strategy.name;
    row.provider = from.provider;
    row.provider_name = from.provider.empty() ? "on premises" : from.provider;
    if (const auto* provider = catalogue.provider(from.provider))
        row.provider_name = provider->name;
}

void add_jobs(const CaseRun& run, Row& row) {
    for (const auto& jobs : run.jobs) {
        row.jobs += jobs.started;
        row.missed_windows += jobs.missed_window;
        row.skipped_jobs += jobs.skipped;
    }
}

// The yearly cost of running plus what the incidents of a year are expected to cost.
Money expected_annual(const Scenario& scenario, const Row& row) {
    const auto length = length_from(scenario.start, scenario.horizon);
    Money sum = amount(row.horizon_cost, Quantity(year_length.count(), length.count()));
    for (const auto& kind : row.classes) {
        const auto per_year = static_cast<Int128>(kind.rate_per_year * 1e9 + 0.5);
        sum += amount(kind.mean_bill + kind.mean_outage_cost + kind.mean_loss_cost,
                      Quantity(per_year, 1'000'000'000));
    }
    return sum;
}

Row row_of(const Simulated& simulated, const CaseRow& from, const Catalogue& catalogue,
           const PriceFactors& factors) {
    const auto& scenario = *simulated.scenario;
    Row row;
    name_row(scenario, from, catalogue, row);
    if (!from.offer.made) {
        row.not_offered = row.reason = from.offer.reason;
        row.verdict = Verdict::not_offered;
        row.horizon_cost = row.monthly_cost = row.present_value = row.expected_annual =
            row.drill_cost = Money(scenario.finance.currency);
        return row;
    }
    const auto& what = *from.offer.made;
    const Bindings bindings(scenario, what, catalogue, factors);
    add_costs(scenario, rate(from.usage(), bindings.list(), bindings.options()), row);
    std::deque<MarginalRater> raters;  // by history
    for (const auto& usage : from.usages)
        raters.emplace_back(usage, bindings.list(), bindings.options());
    for (std::size_t kind = 0; kind < scenario.incidents.size(); ++kind)
        row.classes.push_back(class_result_of(scenario, kind, *from.run, raters));
    for (std::size_t drill = 0; drill < scenario.drills.size(); ++drill)
        row.drills.push_back(drill_result_of(scenario, what, drill, *from.run));
    pool(row);
    row.expected_annual = expected_annual(scenario, row);
    add_jobs(*from.run, row);
    row.findings = findings_of(what, catalogue);
    const auto operational = findings_of(what, from.run->jobs, from.run->seeded);
    row.findings.insert(row.findings.end(), operational.begin(), operational.end());
    const auto untested = untested_copies(what, *from.run);
    row.findings.insert(row.findings.end(), untested.begin(), untested.end());
    judge(scenario, row);
    return row;
}

// Every figure of the catalogues that the compared rows use.
std::vector<SourceLine> sources_of(const Simulated& simulated, const Catalogue& catalogue) {
    std::set<std::string> used;
    for (const auto& row : simulated.rows) {
        if (!row.offer.made) continue;
        if (!row.provider.empty()) used.insert(row.provider);
        const auto& strategy = *row.offer.made->strategy;
        if (!strategy.second.empty()) used.insert(strategy.second);
        for (const auto& copy : strategy.copies) used.insert(copy.integration);
    }
    for (const auto& store : simulated.scenario->stores) used.insert(store.equipment);
    std::vector<SourceLine> lines;
    for (const auto& id : used)
        for (const auto& figure : catalogue.figures_of(id)) {
            auto& line = lines.emplace_back();
            line.catalogue = figure.catalogue;
            line.figure = figure.address;
            line.value = figure.absent.empty() ? figure.value : "absent: " + figure.absent;
            if (figure.absent.empty() && !figure.unit.empty()) line.value += " " + figure.unit;
            line.source = figure.source;
            if (figure.date) line.date = format_date(*figure.date);
            if (figure.confidence) line.confidence = confidence_name(*figure.confidence);
        }
    return lines;
}

}  // namespace

Comparison compare(const Simulated& simulated, const Catalogue& catalogue,
                   const PriceFactors& factors) {
    const auto& scenario = *simulated.scenario;
    Comparison result;
    result.scenario = scenario.name;
    result.title = scenario.title.empty() ? scenario.name : scenario.title;
    result.summary = scenario.summary;
    for (const auto& service : scenario.services)
        if (service.id == scenario.top_service) {
            result.top_service = service.name.empty() ? service.id : service.name;
            result.top_rto_s = sim::to_seconds(service.rto);
            result.top_rpo_s = sim::to_seconds(service.rpo);
        }
    result.asked_probability = scenario.objectives.probability;
    result.asked_recoverable = scenario.objectives.recoverable;
    result.currency = std::string(scenario.finance.currency.code());
    result.begin = scenario.start;
    result.end = scenario.start + scenario.horizon;
    result.seed = scenario.effort.seed;
    std::set<const CaseRun*> counted;
    for (const auto& row : simulated.rows) {
        result.rows.push_back(row_of(simulated, row, catalogue, factors));
        if (row.run && counted.insert(row.run.get()).second) {
            for (const auto events : row.run->events_of) result.events += events;
            for (const auto& of_class : row.run->incidents) result.incidents += of_class.size();
        }
    }
    result.terms = terms_of(scenario);
    result.sources = sources_of(simulated, catalogue);
    return result;
}

Bill bill_of(const Simulated& simulated, std::size_t row, const Catalogue& catalogue,
             const PriceFactors& factors) {
    REENTRY_CHECK(row < simulated.rows.size() && simulated.rows[row].offer.made, "no row {}", row);
    const Bindings bindings(*simulated.scenario, *simulated.rows[row].offer.made, catalogue,
                            factors);
    return rate(simulated.rows[row].usage(), bindings.list(), bindings.options());
}

}  // namespace reentry::study
