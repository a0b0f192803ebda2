#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/figures.hpp"
#include "report/comparison/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::report {
namespace {

using study::ClassResult;
using study::Comparison;
using study::Row;

const ClassResult* result_of(const Row& row, const std::string& incident) {
    for (const auto& result : row.classes)
        if (result.incident == incident) return &result;
    return nullptr;
}

// Whether anything went home after incidents of the class.
bool anything_goes_home(const Comparison& comparison, const std::string& incident) {
    return std::any_of(comparison.rows.begin(), comparison.rows.end(), [&](const Row& row) {
        const auto* result = result_of(row, incident);
        return result && result->interruption.n > 0;
    });
}

bool takes_anything_down(const Comparison& comparison, const std::string& incident) {
    return std::any_of(comparison.rows.begin(), comparison.rows.end(), [&](const Row& row) {
        const auto* result = result_of(row, incident);
        return result && result->touched > 0;
    });
}

std::vector<Column> class_columns(const Comparison& comparison, bool homeward) {
    auto columns = option_columns();
    add_estimate_columns(columns, "mtr", "mean ±", "All affected back");
    const std::string top = comparison.top_service.empty() ? "Top service" : comparison.top_service;
    add_estimate_columns(columns, "top_minimum", "mean ±", top + ", minimum level");
    add_estimate_columns(columns, "top_full", "mean ±", top + ", full");
    add_estimate_columns(columns, "data_loss", "mean ±", "Data loss");
    if (homeward) add_estimate_columns(columns, "interruption", "mean ±", "Down to go home");
    add_probability_columns(columns, "p_rto", "P(RTO)");
    add_probability_columns(columns, "p_rpo", "P(RPO)");
    columns.push_back(figures_in("unrecoverable", "Not all back", "1"));
    const std::string& currency = comparison.currency;
    columns.push_back(under("Mean cost", figures_in("bill", "bill", currency)));
    columns.push_back(under("Mean cost", figures_in("outage_cost", "outage", currency)));
    columns.push_back(under("Mean cost", figures_in("loss_cost", "lost data", currency)));
    columns.push_back(words("bottleneck", "Held up most by"));
    return columns;
}

// The bottlenecks of a tenth of the incidents or more, three at most.
std::string bottlenecks_text(const ClassResult& result) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, result.bottlenecks.size()); ++i) {
        const auto& one = result.bottlenecks[i];
        const double share =
            static_cast<double>(one.incidents) / static_cast<double>(result.samples.size());
        if (i > 0 && share < 0.1) break;
        text += fmt::format("{}{} {:.0f} %", i > 0 ? ", " : "", one.name, 100 * share);
    }
    return text;
}

std::vector<Cell> class_cells(const Row& row, const ClassResult& result, bool homeward) {
    auto cells = option_cells(row);
    for (const auto* estimate :
         {&result.recovery, &result.top_minimum, &result.top_full, &result.data_loss})
        add_estimate_cells(cells, *estimate);
    if (homeward) add_estimate_cells(cells, result.interruption);
    add_probability_cells(cells, result.rto_met);
    add_probability_cells(cells, result.rpo_met);
    cells.push_back(count_cell(result.unrecoverable));
    cells.push_back(total_cell_whole({result.mean_bill, result.bill_complete}));
    for (const Money* money : {&result.mean_outage_cost, &result.mean_loss_cost})
        cells.push_back(money_cell(*money));
    cells.push_back(text_cell(bottlenecks_text(result)));
    return cells;
}

Table class_table(const Comparison& comparison, const ClassResult& pattern) {
    Table table;
    table.id = "incident-" + pattern.incident;
    table.caption = fmt::format("{}, {}", pattern.name,
                                format_per_time(PerTime::per_year(pattern.rate_per_year)));
    const bool homeward = anything_goes_home(comparison, pattern.incident);
    table.columns = class_columns(comparison, homeward);
    table.key_columns = option_key_columns;
    table.note =
        "Not all back: incidents from which something could not be brought back. Held up most by: "
        "what most of the time went by on along the critical path, in what share of the incidents.";
    if (homeward)
        table.note +=
            " Down to go home: planned, after what came back elsewhere; in no recovery time and no "
            "objective.";
    for (const auto& row : comparison.rows)
        if (const ClassResult* result = result_of(row, pattern.incident))
            table.rows.push_back(class_cells(row, *result, homeward));
    return table;
}

}  // namespace

Section incidents_section(const Comparison& comparison, const Choice& choice) {
    Section section{"incidents", "Class by class", {}};
    const auto pattern = std::find_if(comparison.rows.begin(), comparison.rows.end(),
                                      [](const Row& row) { return !row.classes.empty(); });
    if (pattern == comparison.rows.end()) return section;
    for (const auto& result : pattern->classes) {
        if (!takes_anything_down(comparison, result.incident)) {
            section.blocks.push_back(
                Paragraph{result.name + ":", "it took nothing down, at any option.", Tone::quiet});
            continue;
        }
        section.blocks.push_back(class_table(comparison, result));
        if (!choice.shown) continue;
        const Row& shown = comparison.rows[*choice.shown];
        if (const ClassResult* own = result_of(shown, result.incident))
            append(section, distribution_figure(comparison, shown, *own));
    }
    return section;
}

}  // namespace reentry::report
