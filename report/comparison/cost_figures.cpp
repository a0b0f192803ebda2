#include "models/units/format.hpp"
#include "report/comparison/figures.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::report {
namespace {

using study::Comparison;
using study::MonthCost;
using study::Row;

std::string month_name(const MonthCost& month) {
    return format_date(sim::day_of(month.begin)).substr(0, 7);
}

std::vector<std::string> month_names(const Row& row) {
    std::vector<std::string> names;
    for (const auto& month : row.months) names.push_back(month_name(month));
    return names;
}

// Running operation and drills, as in the cost over the horizon.
std::vector<double> cumulative(const Row& row) {
    std::vector<double> sums;
    Money sum;
    for (const auto& month : row.months) {
        const Money cost = month.running + month.drill;
        sum = sums.empty() ? cost : sum + cost;
        sums.push_back(sum.to_double());
    }
    return sums;
}

void add_layer(MonthlyCost& chart, const Row& row, const char* name, Money MonthCost::* part) {
    MonthlyCost::Layer layer{name, {}};
    for (const auto& month : row.months) layer.amounts.push_back((month.*part).to_double());
    const bool any = std::any_of(layer.amounts.begin(), layer.amounts.end(),
                                 [](double amount) { return amount != 0; });
    if (any) chart.layers.push_back(std::move(layer));
}

}  // namespace

CostCurve cost_curve(const Comparison& comparison, const std::vector<std::size_t>& rows) {
    CostCurve chart;
    chart.title = "Cost of running and drills, added up";
    chart.currency = comparison.currency;
    for (const std::size_t index : rows) {
        const Row& row = comparison.rows[index];
        if (row.months.size() > chart.months.size()) chart.months = month_names(row);
        chart.lines.push_back({option_name(row), cumulative(row), false});
    }
    return chart;
}

MonthlyCost monthly_cost(const Comparison& comparison, const Row& row) {
    MonthlyCost chart;
    chart.title = option_name(row);
    chart.currency = comparison.currency;
    chart.months = month_names(row);
    add_layer(chart, row, "running", &MonthCost::running);
    add_layer(chart, row, "drills", &MonthCost::drill);
    add_layer(chart, row, "recovery", &MonthCost::recovery);
    add_layer(chart, row, "exit", &MonthCost::exit);
    return chart;
}

Figure cost_curve_figure(const Comparison& comparison, const Choice& choice) {
    CostCurve chart = cost_curve(comparison, choice.by_strategy);
    for (std::size_t i = 0; i < choice.by_strategy.size(); ++i)
        chart.lines[i].strong = choice.by_strategy[i] == choice.shown;
    return {"cost-curve",
            "Cost added up month by month, each strategy at the provider that suits it best.",
            fmt::format("Line chart of {} options over {} months.", chart.lines.size(),
                        chart.months.size()),
            std::move(chart)};
}

Figure monthly_cost_figure(const Comparison& comparison, const Row& row) {
    MonthlyCost chart = monthly_cost(comparison, row);
    return {"cost-by-month",
            fmt::format("Cost of each month, {}{}.", option_name(row),
                        row.unknown_prices.empty() ? "" : ", without what has no known price"),
            fmt::format("Stacked bars of {} months.", chart.months.size()), std::move(chart)};
}

}  // namespace reentry::report
