#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/figures.hpp"
#include "report/comparison/sections.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

namespace reentry::report {
namespace {

using study::Comparison;
using study::Row;

constexpr const char* legend =
    "● meets · ≈ tie, within the noise · ○ misses · × something cannot come back · – not offered · "
    "▲ breaks "
    "in practice, see Findings. "
    "± is half of the 95 % interval. Figures over all incidents weight each class by its rate; "
    "times are of incidents from which everything came back; those of the service, of incidents "
    "that took it below its minimum level. ≥: prices are missing, see Unknown prices.";

std::vector<Column> overview_columns(const Comparison& comparison) {
    const std::string& currency = comparison.currency;
    const std::string& top =
        comparison.top_service.empty() ? std::string{"top service"} : comparison.top_service;
    auto columns = option_columns();
    columns.push_back(words("verdict", "Verdict"));
    columns.push_back(under("Cost", figures_in("cost_per_month", "per month", currency)));
    columns.push_back(under("Cost", figures_in("cost_over_horizon", "over horizon", currency)));
    columns.push_back(data_in("present_value", currency));
    columns.push_back(data_in("expected_annual_cost", currency));
    add_estimate_columns(columns, "mtr", "mean ±", "MTR");
    columns.push_back(data_in("top_minimum_mean", "s"));
    columns.push_back(under(top + " back", figures_in("top_minimum_p50", "P50", "s")));
    columns.push_back(under(top + " back", figures_in("top_minimum_p95", "P95", "s")));
    columns.push_back(under("Data loss", figures_in("data_loss_mean", "mean", "s")));
    columns.push_back(under("Data loss", figures_in("data_loss_p95", "P95", "s")));
    add_probability_columns(columns, "p_rto", "P(RTO)");
    add_probability_columns(columns, "p_rpo", "P(RPO)");
    columns.push_back(figures_in("unrecoverable", "Not all back", "1"));
    columns.push_back(data_in("unknown_prices", "1"));
    return columns;
}

void add_times(std::vector<Cell>& cells, std::size_t n, std::initializer_list<double> values) {
    for (const double value : values) cells.push_back(n == 0 ? empty_cell() : seconds_cell(value));
}

std::vector<Cell> overview_cells(const Row& row) {
    auto cells = option_cells(row);
    cells.push_back(verdict_cell(row));
    if (row.verdict == study::Verdict::not_offered) return cells;
    for (const Money* money :
         {&row.monthly_cost, &row.horizon_cost, &row.present_value, &row.expected_annual})
        cells.push_back(cost_cell(row, *money));
    add_estimate_cells(cells, row.overall);
    const auto &top = row.top_minimum, &loss = row.data_loss;
    add_times(cells, top.n, {top.mean, top.p50, top.p95});
    add_times(cells, loss.n, {loss.mean, loss.p95});
    add_probability_cells(cells, row.rto_met);
    add_probability_cells(cells, row.rpo_met);
    cells.push_back(probability_cell(row.unrecoverable));
    cells.push_back(count_cell(row.unknown_prices.size()));
    return cells;
}

Table overview_table(const Comparison& comparison) {
    Table table;
    table.id = "comparison";
    table.caption = "Every strategy on every provider";
    table.columns = overview_columns(comparison);
    table.key_columns = option_key_columns;
    table.note = legend;
    for (const auto& row : comparison.rows) {
        auto cells = overview_cells(row);
        cells.resize(table.columns.size(), empty_cell());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

// The classes of a comparison, from the first row that has any.
const Row* with_classes(const Comparison& comparison) {
    for (const auto& row : comparison.rows)
        if (!row.classes.empty()) return &row;
    return nullptr;
}

Table recovery_table(const Comparison& comparison, const Row& pattern) {
    Table table;
    table.id = "recovery-by-incident";
    table.caption = "Mean time to recovery by class of incident";
    table.columns = option_columns();
    table.key_columns = option_key_columns;
    for (const auto& result : pattern.classes)
        add_estimate_columns(table.columns, result.incident + ".mtr", "mean ±", result.name);
    for (const auto& row : comparison.rows) {
        auto cells = option_cells(row);
        for (const auto& result : row.classes) add_estimate_cells(cells, result.recovery);
        cells.resize(table.columns.size(), empty_cell());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

Section overview_section(const Comparison& comparison, const Choice&) {
    Section section{"comparison", "Comparison", {}};
    if (comparison.rows.empty()) return section;
    section.blocks.push_back(overview_table(comparison));
    append(section, cost_recovery_figure(comparison, Recovered::all));
    if (hits_top_service(comparison))
        append(section, cost_recovery_figure(comparison, Recovered::top_service));
    if (const Row* pattern = with_classes(comparison))
        section.blocks.push_back(recovery_table(comparison, *pattern));
    return section;
}

}  // namespace reentry::report
