#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/figures.hpp"
#include "report/comparison/sections.hpp"

#include <algorithm>

namespace reentry::report {
namespace {

using study::Comparison;
using study::Row;

// All groups that occur, those with the largest amounts first as the rows state them.
std::vector<std::string> cost_groups(const Comparison& comparison) {
    std::vector<std::string> groups;
    for (const auto& row : comparison.rows)
        for (const auto& share : row.shares)
            if (std::find(groups.begin(), groups.end(), share.group) == groups.end())
                groups.push_back(share.group);
    return groups;
}

Cell share_of(const Row& row, const std::string& group) {
    for (const auto& share : row.shares)
        if (share.group == group) return total_cell_whole({share.amount, share.complete});
    return empty_cell();
}

std::string key_of(std::string group) {
    for (char& c : group)
        if (c == ' ' || c == '-') c = '_';
    return group;
}

Table share_table(const Comparison& comparison) {
    Table table;
    table.id = "cost-shares";
    table.caption = "What the money goes to, over the horizon";
    table.columns = option_columns();
    table.key_columns = option_key_columns;
    const auto groups = cost_groups(comparison);
    for (const auto& group : groups)
        table.columns.push_back(figures_in(key_of(group), group, comparison.currency));
    table.columns.push_back(figures_in("total", "total", comparison.currency));
    for (const auto& row : comparison.rows) {
        if (row.verdict == study::Verdict::not_offered) continue;
        auto cells = option_cells(row);
        for (const auto& group : groups) cells.push_back(share_of(row, group));
        cells.push_back(cost_cell(row, row.horizon_cost));
        cells.back().tone = Tone::strong;
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table total_table(const Comparison& comparison) {
    Table table;
    table.id = "cost-totals";
    table.caption = "Cost in four readings";
    table.columns = option_columns();
    table.key_columns = option_key_columns;
    const std::string& currency = comparison.currency;
    table.columns.push_back(figures_in("cost_per_month", "Per month", currency));
    table.columns.push_back(figures_in("cost_over_horizon", "Over the horizon", currency));
    table.columns.push_back(figures_in("present_value", "Present value", currency));
    table.columns.push_back(figures_in("expected_annual_cost", "Expected per year", currency));
    table.note =
        "Horizon: running operation and restore drills. Expected per year: running cost, and for "
        "each class of incident its rate times its bill, outage penalty and penalty for lost data.";
    for (const auto& row : comparison.rows) {
        if (row.verdict == study::Verdict::not_offered) continue;
        auto cells = option_cells(row);
        for (const Money* money :
             {&row.monthly_cost, &row.horizon_cost, &row.present_value, &row.expected_annual})
            cells.push_back(cost_cell(row, *money));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

Section cost_section(const Comparison& comparison, const Choice& choice) {
    Section section{"cost", "Cost", {}};
    if (!choice.shown) return section;
    Facts terms;
    for (const auto& term : comparison.terms) terms.items.emplace_back(term.name, term.value);
    if (!terms.items.empty()) {
        section.blocks.push_back(Paragraph{"What the amounts rest on.", "", Tone::plain});
        section.blocks.push_back(std::move(terms));
    }
    append(section, cost_curve_figure(comparison, choice));
    section.blocks.push_back(total_table(comparison));
    section.blocks.push_back(share_table(comparison));
    append(section, monthly_cost_figure(comparison, comparison.rows[*choice.shown]));
    return section;
}

}  // namespace reentry::report
