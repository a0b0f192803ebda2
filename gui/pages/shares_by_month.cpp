#include "gui/pages/shares_by_month.hpp"

#include "report/verdict.hpp"
#include "study/cost.hpp"

#include <algorithm>
#include <map>

namespace reentry::gui {
namespace {

constexpr std::size_t most_layers = 7;

// The layer of each group of costs.
std::map<std::string, std::size_t> layers_of(const study::Row& row, report::MonthlyCost& chart) {
    std::map<std::string, std::size_t> layers;
    const bool too_many = row.shares.size() > most_layers;
    const std::size_t own = too_many ? most_layers - 1 : row.shares.size();
    for (std::size_t i = 0; i < row.shares.size(); ++i) {
        if (i < own)
            chart.layers.push_back({row.shares[i].group, {}});
        else if (i == own)
            chart.layers.push_back({"other", {}});
        layers[row.shares[i].group] = std::min(i, own);
    }
    return layers;
}

}  // namespace

report::MonthlyCost shares_by_month(const Bill& bill, const study::Row& row) {
    report::MonthlyCost chart;
    chart.title = report::option_name(row);
    chart.currency = std::string(bill.currency.code());
    const auto layers = layers_of(row, chart);
    const auto& months = bill.calendar.months();
    for (const auto& month : months) chart.months.push_back(month_text(month.name));
    std::vector<std::vector<Money>> sums(chart.layers.size(),
                                         std::vector<Money>(months.size(), Money(bill.currency)));
    for (const auto& item : bill.items) {
        const auto layer = layers.find(study::cost_group(bill, item));
        if (layer == layers.end()) continue;
        sums[layer->second][bill.charges[item.charge].charge.month] += bill.reported(item);
    }
    for (std::size_t i = 0; i < sums.size(); ++i)
        for (const Money& sum : sums[i]) chart.layers[i].amounts.push_back(sum.to_double());
    return chart;
}

void add_up(report::MonthlyCost& chart) {
    chart.added_up = true;
    for (auto& layer : chart.layers)
        for (std::size_t i = 1; i < layer.amounts.size(); ++i)
            layer.amounts[i] += layer.amounts[i - 1];
}

void take_apart(report::CostCurve& chart) {
    chart.added_up = false;
    chart.title = "Cost of running and drills, by month";
    for (auto& line : chart.lines)
        for (std::size_t i = line.cumulative.size(); i-- > 1;)
            line.cumulative[i] -= line.cumulative[i - 1];
}

}  // namespace reentry::gui
