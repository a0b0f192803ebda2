#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/sections.hpp"

#include <fmt/format.h>

namespace reentry::report {
namespace {

using study::Comparison;
using study::DrillResult;
using study::Row;

std::string joined(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

Table evidence_table(const Comparison& comparison, std::size_t which, const DrillResult& pattern) {
    Table table;
    table.id = "drill-" + pattern.drill;
    table.caption = fmt::format("{}: rehearses \"{}\"", pattern.name, pattern.rehearses);
    table.columns = option_columns();
    table.key_columns = option_key_columns;
    table.columns.push_back(figures_in("held", "Held", "1"));
    table.columns.push_back(figures_in("failed", "Failed", "1"));
    table.columns.push_back(words("last", "Last"));
    add_estimate_columns(table.columns, "restore", "mean ±", "All restored");
    add_probability_columns(table.columns, "in_rto", "Restores within RTO");
    table.columns.push_back(prose("copies", "Copies read"));
    for (const auto& row : comparison.rows) {
        if (row.drills.empty()) continue;
        const auto& result = row.drills[which];
        auto cells = option_cells(row);
        cells.push_back(count_cell(result.held));
        cells.push_back(count_cell(result.failed));
        cells.push_back(text_cell(result.held > 0 ? format_time(result.last) : nothing));
        add_estimate_cells(cells, result.restore);
        add_probability_cells(cells, result.in_time);
        cells.push_back(text_cell(joined(result.copies)));
        table.rows.push_back(std::move(cells));
    }
    table.note = "Failed: drills in which something did not come back.";
    return table;
}

Table cost_table(const Comparison& comparison) {
    Table table;
    table.id = "drill-cost";
    table.caption = "What drills cost over the horizon, in the cost of operation";
    table.columns = option_columns();
    table.key_columns = option_key_columns;
    table.columns.push_back(figures_in("drill_cost", "Drills", comparison.currency));
    table.columns.push_back(figures_in("horizon_cost", "Operation, all", comparison.currency));
    for (const auto& row : comparison.rows) {
        if (row.drills.empty()) continue;
        auto cells = option_cells(row);
        cells.push_back(money_cell(row.drill_cost));
        cells.push_back(money_cell(row.horizon_cost));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

Section drills_section(const Comparison& comparison) {
    Section section{"drills", "Restore drills", {}};
    for (const auto& row : comparison.rows) {
        if (row.drills.empty()) continue;
        for (std::size_t i = 0; i < row.drills.size(); ++i)
            section.blocks.push_back(evidence_table(comparison, i, row.drills[i]));
        section.blocks.push_back(cost_table(comparison));
        break;
    }
    return section;
}

}  // namespace reentry::report
