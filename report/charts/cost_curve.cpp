#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/draw.hpp"
#include "report/charts/end_labels.hpp"
#include "report/charts/paint.hpp"

#include <QValueAxis>

#include <algorithm>

namespace reentry::report {
namespace {

constexpr double label_width = 190;

double largest_of(const CostCurve& chart) {
    double largest = 0;
    for (const auto& line : chart.lines)
        for (const double sum : line.cumulative) largest = std::max(largest, sum);
    return largest;
}

// Sums begin at nothing and stand at the ends of months; a month's own cost lasts all of it.
QList<QPointF> points_of(const CostCurve& chart, const CostCurve::Line& line, double unit) {
    QList<QPointF> points;
    if (chart.added_up) points.append({0, 0});
    for (std::size_t i = 0; i < line.cumulative.size(); ++i) {
        const double cost = line.cumulative[i] / unit;
        if (!chart.added_up) points.append({static_cast<double>(i), cost});
        points.append({static_cast<double>(i + 1), cost});
    }
    return points;
}

}  // namespace

std::unique_ptr<QChart> draw(const CostCurve& chart, const Style& style) {
    Room room;
    room.right = static_cast<int>(label_width) + 34;
    Canvas canvas(chart.title, style, room);
    const AxisUnit unit = money_unit(largest_of(chart), chart.currency);
    QAbstractAxis* x = canvas.month_axis(chart.months);
    QAbstractAxis* y = canvas.value_axis(Qt::AlignLeft,
                                         (chart.added_up ? QStringLiteral("Cost so far [%1]")
                                                         : QStringLiteral("Cost per month [%1]"))
                                             .arg(unit.name),
                                         largest_of(chart) / unit.size);
    std::vector<EndLabel> labels;
    for (std::size_t i = 0; i < chart.lines.size(); ++i) {
        const auto& line = chart.lines[i];
        const QColor colour = series_colour(i);
        const QList<QPointF> points = points_of(chart, line, unit.size);
        if (points.isEmpty()) continue;
        canvas.line(points, QPen(colour, line.strong ? 3 : 1.6), x, y);
        labels.push_back({points.back(), QString::fromStdString(line.name),
                          letters(colour, style.paper), line.strong});
    }
    std::sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) {
        return a.value.y() != b.value.y() ? a.value.y() > b.value.y() : a.name < b.name;
    });
    Annotations::add(canvas.chart(), [labels, style](QPainter& painter, QChart& drawn) {
        paint_end_labels(painter, drawn, labels, label_width, style);
    });
    return canvas.take();
}

}  // namespace reentry::report
