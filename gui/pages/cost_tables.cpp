#include "gui/pages/cost_tables.hpp"

#include "gui/pages/option_table.hpp"
#include "gui/widgets/columns.hpp"
#include "report/verdict.hpp"

#include <algorithm>

namespace reentry::gui {

using namespace report;

void show_costs(TableModel& model, const Result& result) {
    const auto& rows = result.comparison->rows;
    const std::string& money = result.comparison->currency;
    double largest = 0;
    for (const auto& row : rows) largest = std::max(largest, row.monthly_cost.to_double());
    const int places = places_for(largest);
    Table table;
    table.columns = {words("option", "Option"), words("verdict", "Verdict"),
                     figures("monthly", "Per month [" + money + "]", money),
                     figures("horizon", "Horizon [" + money + "]", money),
                     figures("present", "Present value [" + money + "]", money)};
    std::vector<std::size_t> keys;
    std::vector<QString> tips;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].verdict == study::Verdict::not_offered) continue;
        table.rows.push_back({text_cell(option_name(rows[i])), verdict_cell(rows[i]),
                              cost_cell(rows[i], rows[i].monthly_cost, places),
                              cost_cell(rows[i], rows[i].horizon_cost, places),
                              cost_cell(rows[i], rows[i].present_value, places)});
        keys.push_back(i);
        tips.push_back(tip_of(rows[i]));
    }
    model.set_table(std::move(table), std::move(keys), std::move(tips));
}

void show_shares(TableModel& model, const Result& result, const study::Row& row) {
    const std::string& money = result.comparison->currency;
    const double whole = row.horizon_cost.to_double();
    const int places = places_for(row.monthly_cost.to_double());
    Table table;
    table.columns = {words("group", "Spent on"),
                     figures("amount", "Horizon [" + money + "]", money),
                     figures("share", "Share", "1")};
    std::vector<std::size_t> keys;
    for (const auto& share : row.shares) {
        const double amount = share.amount.to_double();
        table.rows.push_back({text_cell(share.group), amount_cell(share.amount, places),
                              whole > 0 ? share_cell(amount / whole) : empty_cell()});
        keys.push_back(keys.size());
    }
    model.set_table(std::move(table), std::move(keys));
}

}  // namespace reentry::gui
