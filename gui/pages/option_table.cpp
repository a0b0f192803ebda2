#include "gui/pages/option_table.hpp"

#include "gui/pages/matrix_model.hpp"
#include "gui/widgets/columns.hpp"
#include "report/verdict.hpp"

#include <algorithm>

namespace reentry::gui {
namespace {

using namespace report;
using study::Row;

std::vector<Column> columns_of(const Result& result, std::optional<std::size_t> incident_class) {
    const std::string& money = result.comparison->currency;
    const std::string of =
        incident_class ? "MTR, " + result.scenario().incidents[*incident_class].name : "MTR";
    return {words("strategy", "Strategy"),
            words("provider", "Provider"),
            words("verdict", "Verdict"),
            figures("monthly", "Per month [" + money + "]", money),
            figures("expected", "Expected /y [" + money + "]", money),
            figures("mtr", of, "s"),
            figures("p95", "P95", "s"),
            figures("loss", "Data loss", "s"),
            figures("p_rto", "P(RTO)", "1"),
            figures("p_rpo", "P(RPO)", "1"),
            figures("not_back", "Not back", "1")};
}

std::vector<Cell> cells_of(const Row& row, std::optional<std::size_t> incident_class, int places) {
    std::vector<Cell> cells{text_cell(row.strategy_name), text_cell(row.provider_name),
                            verdict_cell(row)};
    if (row.verdict == study::Verdict::not_offered) {
        cells.resize(11, empty_cell());
        return cells;
    }
    const auto recovery = recovery_of(row, incident_class);
    cells.push_back(cost_cell(row, row.monthly_cost, places));
    cells.push_back(cost_cell(row, row.expected_annual, places));
    cells.push_back(mean_cell(recovery));
    cells.push_back(recovery.n > 0 ? seconds_cell(recovery.p95) : empty_cell());
    cells.push_back(row.data_loss.n > 0 ? seconds_cell(row.data_loss.mean) : empty_cell());
    cells.push_back(probability_cell(rto_of(row, incident_class)));
    cells.push_back(probability_cell(row.rpo_met));
    cells.push_back(probability_cell(row.unrecoverable));
    return cells;
}

}  // namespace

QString tip_of(const Row& row) {
    QString tip = QString::fromStdString(row.reason);
    if (!row.unknown_prices.empty()) tip += QStringLiteral("\nMissing prices:");
    for (const auto& line : row.unknown_prices)
        tip += QStringLiteral("\n• ") + QString::fromStdString(line);
    return tip;
}

void show_options(TableModel& model, const Result& result,
                  std::optional<std::size_t> incident_class) {
    const auto& rows = result.comparison->rows;
    double largest = 0;
    for (const auto& row : rows) largest = std::max(largest, row.monthly_cost.to_double());
    Table table;
    table.columns = columns_of(result, incident_class);
    std::vector<std::size_t> keys;
    std::vector<QString> tips;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        table.rows.push_back(cells_of(rows[i], incident_class, places_for(largest)));
        keys.push_back(i);
        tips.push_back(tip_of(rows[i]));
    }
    model.set_table(std::move(table), std::move(keys), std::move(tips));
}

}  // namespace reentry::gui
