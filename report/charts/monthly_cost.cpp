#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/draw.hpp"
#include "report/charts/paint.hpp"

#include <QValueAxis>

#include <algorithm>

namespace reentry::report {
namespace {

// The sums of the layers up to each, in axis units; the last is the whole.
std::vector<std::vector<double>> stacked(const MonthlyCost& chart) {
    std::vector<std::vector<double>> sums;
    std::vector<double> sum(chart.months.size(), 0);
    for (const auto& layer : chart.layers) {
        for (std::size_t i = 0; i < std::min(sum.size(), layer.amounts.size()); ++i)
            sum[i] += layer.amounts[i];
        sums.push_back(sum);
    }
    return sums;
}

std::vector<double> divided(std::vector<double> values, double by) {
    for (double& value : values) value /= by;
    return values;
}

}  // namespace

std::unique_ptr<QChart> draw(const MonthlyCost& chart, const Style& style) {
    const std::string what = chart.added_up ? "Cost so far: " : "Cost by month: ";
    Canvas canvas(what + chart.title, style, {66, 24, 8, 8});
    const auto sums = stacked(chart);
    const double largest = *std::max_element(sums.back().begin(), sums.back().end());
    const AxisUnit unit = money_unit(largest, chart.currency);
    QAbstractAxis* x = canvas.month_axis(chart.months);
    const QString axis =
        chart.added_up ? QStringLiteral("Cost so far [%1]") : QStringLiteral("Cost per month [%1]");
    QAbstractAxis* y = canvas.value_axis(Qt::AlignLeft, axis.arg(unit.name), largest / unit.size);
    std::vector<double> edges;
    for (std::size_t i = 0; i <= chart.months.size(); ++i) edges.push_back(static_cast<double>(i));
    std::vector<double> below(chart.months.size(), 0);
    std::vector<Key> keys;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const QColor fill = tint(series_colour(i), style.paper, 0.8);
        const auto heights = divided(sums[i], unit.size);
        canvas.area(steps(edges, heights), steps(edges, below), fill, QPen(style.paper, 0.6), x, y);
        keys.push_back({QString::fromStdString(chart.layers[i].name), fill});
        below = heights;
    }
    Annotations::add(canvas.chart(), [keys, style](QPainter& painter, QChart& drawn) {
        paint_keys(painter, {drawn.plotArea().left(), 36, drawn.plotArea().width(), 20}, keys,
                   style);
    });
    return canvas.take();
}

}  // namespace reentry::report
