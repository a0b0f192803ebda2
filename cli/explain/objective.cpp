// The probability that an objective is met, and the expected annual cost.
#include "cli/explain/explained.hpp"
#include "models/money/format.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "study/compare.hpp"

namespace reentry::cli {
namespace {

using report::text_cell;

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
         {"Asked", report::seconds_text(rpo ? comparison.top_rpo_s : comparison.top_rto_s)},
         {"Asked with probability", format_percent(row.scenario().objectives.probability)},
         {"Verdict", comparison.rows.front().reason}}});
    section.blocks.emplace_back(probability_table(comparison.rows.front(), rpo,
                                                  wanted_classes(row.scenario(), request, faults)));
    return section;
}

report::Section explain_expected(const ExplainedRow& row) {
    const auto comparison = study::compare(row.simulated, row.input.catalogue);
    const auto& figures = comparison.rows.front();
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
    const bool known = figures.unknown_prices.empty();
    bool complete = known;
    for (const auto& result : figures.classes) {
        const auto rate = static_cast<Int128>(result.rate_per_year * 1e9 + 0.5);
        const auto term = amount(result.mean_bill + result.mean_outage_cost + result.mean_loss_cost,
                                 Quantity(rate, 1'000'000'000));
        incidents += term;
        complete = complete && result.bill_complete;
        table.rows.push_back({text_cell(result.name), report::number_cell(result.rate_per_year),
                              report::total_cell_whole({result.mean_bill, result.bill_complete}),
                              report::money_cell(result.mean_outage_cost),
                              report::money_cell(result.mean_loss_cost),
                              report::total_cell_whole({term, result.bill_complete})});
    }
    table.rows.insert(table.rows.begin(),
                      {text_cell("Running and drills"), report::empty_cell(), report::empty_cell(),
                       report::empty_cell(), report::empty_cell(),
                       report::total_cell_whole({figures.expected_annual - incidents, known})});
    table.note = "Rate times the mean of what an incident costs. Total " +
                 format_total({figures.expected_annual, complete});
    report::Section section{"expected", "Expected annual cost", {}};
    section.blocks.emplace_back(std::move(table));
    return section;
}

}  // namespace reentry::cli
