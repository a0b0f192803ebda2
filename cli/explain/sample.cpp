// Figures over many incidents: mean times, probabilities, the expected annual cost.
#include "cli/explain/explained.hpp"
#include "models/money/format.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "study/class_result.hpp"
#include "study/compare.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::cli {
namespace {

using report::text_cell;
using study::Sample;

std::string seconds(double s) { return format_duration(sim::from_seconds(s)); }

report::Facts estimate_facts(const study::Estimate& estimate) {
    return {
        {{"Observations", format_count(static_cast<std::int64_t>(estimate.n))},
         {"Mean", seconds(estimate.mean)},
         {"95 % interval of the mean (Student's t)",
          fmt::format("{} to {}", seconds(estimate.low), seconds(estimate.high))},
         {"P50, P90, P95 (type 7)", fmt::format("{}, {}, {}", seconds(estimate.p50),
                                                seconds(estimate.p90), seconds(estimate.p95))}}};
}

std::vector<report::Column> sample_columns(const std::string& currency) {
    using namespace report;
    return {figures_in("number", "Number", "1"),
            words("failure", "Failed at"),
            words("recovered", "All back"),
            figures_in("recovery", "Recovery", "s"),
            figures_in("top_minimum", "Top service, minimum", "s"),
            figures_in("data_loss", "Data loss", "s"),
            figures_in("bill", "Recovery bill", currency),
            figures_in("outage", "Outage cost", currency),
            figures_in("loss", "Cost of lost data", currency)};
}

std::vector<report::Cell> sample_cells(const Sample& sample) {
    return {report::count_cell(sample.number),
            text_cell(format_time(sample.failure)),
            text_cell(sample.recovered ? "yes" : "no",
                      sample.recovered ? report::Tone::plain : report::Tone::bad),
            sample.recovered ? report::seconds_cell(sample.recovery_s) : report::empty_cell(),
            sample.top_hit ? report::seconds_cell(sample.top_minimum_s) : report::empty_cell(),
            report::seconds_cell(sample.data_loss_s),
            report::money_cell(sample.recovery_bill),
            report::money_cell(sample.outage_cost),
            report::money_cell(sample.loss_cost)};
}

// In the order of the figure; those that never came back last. A dozen, evenly spread over the
// ranks, unless all are wanted.
report::Table sample_table(const study::ClassResult& result, bool by_loss, bool all,
                           const std::string& currency) {
    auto samples = result.samples;
    std::stable_sort(samples.begin(), samples.end(), [by_loss](const Sample& a, const Sample& b) {
        if (by_loss) return a.data_loss_s < b.data_loss_s;
        if (a.recovered != b.recovered) return a.recovered;
        return a.recovery_s < b.recovery_s;
    });
    report::Table table;
    table.id = "sample-" + result.incident;
    table.caption = fmt::format("Incidents, least first: {}", result.name);
    table.columns = sample_columns(currency);
    constexpr std::size_t picked = 13;
    const auto count = all ? samples.size() : std::min(picked, samples.size());
    for (std::size_t i = 0; i < count; ++i)
        table.rows.push_back(
            sample_cells(samples[count < 2 ? 0 : i * (samples.size() - 1) / (count - 1)]));
    if (count < samples.size())
        table.note = fmt::format(
            "{} of {} incidents, evenly by rank; --all shows every one. Open "
            "one with --figure incident={}#NUMBER.",
            count, samples.size(), result.incident);
    return table;
}

const study::Row& only_row(const study::Comparison& comparison) { return comparison.rows.front(); }

// The classes that a request means: one, or all.
std::vector<std::size_t> classes(const ExplainedRow& row, const FigureRequest& request,
                                 Diagnostics& faults) {
    std::vector<std::size_t> wanted;
    if (!request.argument.empty()) {
        if (const auto one = class_index(row.scenario(), request.argument, faults))
            wanted.push_back(*one);
        return wanted;
    }
    for (std::size_t i = 0; i < row.scenario().incidents.size(); ++i) wanted.push_back(i);
    return wanted;
}

report::Table probability_table(const study::Row& row, bool rpo,
                                const std::vector<std::size_t>& wanted) {
    report::Table table;
    table.id = rpo ? "rpo" : "rto";
    table.caption = rpo ? "Incidents that met the RPO" : "Incidents that met the RTO";
    table.columns = {report::words("incident", "Class"),
                     report::figures_in("rate", "Per year", "1"),
                     report::figures_in("met", "Met", "1"),
                     report::figures_in("of", "Of", "1"),
                     report::figures_in("probability", "Probability", "1"),
                     report::words("interval", "95 % (Wilson)")};
    for (const auto i : wanted) {
        const auto& result = row.classes[i];
        const auto& met = rpo ? result.rpo_met : result.rto_met;
        table.rows.push_back({text_cell(result.name), report::number_cell(result.rate_per_year),
                              report::count_cell(met.hits), report::count_cell(met.n),
                              report::probability_cell(met), report::interval_cell(met)});
    }
    table.note =
        "Of the top service where it was hit, else of every workload that was hit. Data that never "
        "comes back meets nothing.";
    return table;
}

}  // namespace

std::optional<std::size_t> class_index(const Scenario& scenario, const std::string& id,
                                       Diagnostics& faults) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < scenario.incidents.size(); ++i) {
        if (scenario.incidents[i].id == id) return i;
        ids.push_back(scenario.incidents[i].id);
    }
    faults.add({.key = "--figure",
                .found = quoted(id),
                .expected = "a class of incidents: " + listed(ids),
                .hint = did_you_mean(nearest(id, ids))});
    return std::nullopt;
}

report::Section explain_sample(const ExplainedRow& row, const FigureRequest& request,
                               Diagnostics& faults) {
    const auto comparison = study::compare(row.simulated, row.input.catalogue);
    const bool loss = request.name == "loss";
    report::Section section{request.name, loss ? "Data loss" : "Mean time to recovery", {}};
    for (const auto i : classes(row, request, faults)) {
        const auto& result = only_row(comparison).classes[i];
        section.blocks.emplace_back(
            report::Paragraph{result.name,
                              fmt::format("{} per year; {} of {} incidents did not all come back",
                                          format_number(result.rate_per_year), result.unrecoverable,
                                          result.samples.size()),
                              {}});
        section.blocks.emplace_back(estimate_facts(loss ? result.data_loss : result.recovery));
        section.blocks.emplace_back(sample_table(result, loss, row.all, comparison.currency));
    }
    if (!loss && request.argument.empty())
        section.blocks.emplace_back(
            report::Paragraph{"Over all classes",
                              fmt::format("{}: each class counts with its yearly rate",
                                          seconds(only_row(comparison).overall.mean)),
                              report::Tone::strong});
    return section;
}

report::Section explain_objective(const ExplainedRow& row, const FigureRequest& request,
                                  Diagnostics& faults) {
    const auto comparison = study::compare(row.simulated, row.input.catalogue);
    const bool rpo = request.name == "rpo";
    report::Section section{
        request.name,
        rpo ? "Probability that the RPO is met" : "Probability that the RTO is met",
        {}};
    section.blocks.emplace_back(report::Facts{
        {{"Top service", comparison.top_service},
         {"Asked", seconds(rpo ? comparison.top_rpo_s : comparison.top_rto_s)},
         {"Asked with probability", format_percent(row.scenario().objectives.probability)},
         {"Verdict", only_row(comparison).reason}}});
    section.blocks.emplace_back(
        probability_table(only_row(comparison), rpo, classes(row, request, faults)));
    return section;
}

report::Section explain_expected(const ExplainedRow& row) {
    const auto comparison = study::compare(row.simulated, row.input.catalogue);
    const auto& figures = only_row(comparison);
    report::Table table;
    table.id = "expected";
    table.caption = "What a year is expected to cost";
    table.columns = {report::words("term", "Term"),
                     report::figures_in("rate", "Per year", "1"),
                     report::figures_in("bill", "Recovery bill", comparison.currency),
                     report::figures_in("outage", "Outage", comparison.currency),
                     report::figures_in("loss", "Lost data", comparison.currency),
                     report::figures_in("amount", "Expected", comparison.currency)};
    Money incidents(figures.horizon_cost.currency());
    for (const auto& result : figures.classes) {
        const auto rate = static_cast<Int128>(result.rate_per_year * 1e9 + 0.5);
        const auto term = amount(result.mean_bill + result.mean_outage_cost + result.mean_loss_cost,
                                 Quantity(rate, 1'000'000'000));
        incidents += term;
        table.rows.push_back({text_cell(result.name), report::number_cell(result.rate_per_year),
                              report::money_cell(result.mean_bill),
                              report::money_cell(result.mean_outage_cost),
                              report::money_cell(result.mean_loss_cost), report::money_cell(term)});
    }
    table.rows.insert(table.rows.begin(),
                      {text_cell("Running and drills"), report::empty_cell(), report::empty_cell(),
                       report::empty_cell(), report::empty_cell(),
                       report::money_cell(figures.expected_annual - incidents)});
    table.note = "Rate times the mean of what an incident costs. Total " +
                 format_money(figures.expected_annual);
    report::Section section{"expected", "Expected annual cost", {}};
    section.blocks.emplace_back(std::move(table));
    return section;
}

}  // namespace reentry::cli
