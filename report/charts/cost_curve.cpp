#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/draw.hpp"
#include "report/charts/labels.hpp"
#include "report/charts/paint.hpp"

#include <QValueAxis>

#include <algorithm>

namespace reentry::report {
namespace {

constexpr double label_width = 190;

struct EndLabel {
    QPointF value;  // end of the line, in axis units
    QString text;
    QColor colour;
    bool strong;
};

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

// Each label at the height of its line's end, moved apart where they would touch; a thin line leads
// to it.
void paint_labels(QPainter& painter, QChart& chart, const std::vector<EndLabel>& labels) {
    const QRectF plot = chart.plotArea();
    std::vector<double> wanted;
    double height = 0;
    for (const auto& label : labels) {
        wanted.push_back(chart.mapToPosition(label.value, chart.series().first()).y());
        height = std::max(height, text_size(label.text, chart_font(12)).height());
    }
    const auto centres = spread(wanted, height + 4, plot.top() - 20, plot.bottom() + 10);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double x = plot.right() + 18;
        painter.setPen(QPen(labels[i].colour, 1));
        painter.drawLine(QPointF{plot.right() + 3, wanted[i]}, QPointF{x - 3, centres[i]});
        const QRectF area{x, centres[i] - height / 2, label_width + 10, height};
        paint_text(painter, area, Qt::AlignLeft | Qt::AlignVCenter, labels[i].text,
                   labels[i].colour, chart_font(12, labels[i].strong));
    }
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
        const QString name = QString::fromStdString(line.name);
        labels.push_back({points.back(), broken(name, chart_font(12, line.strong), label_width),
                          letters(colour, style.paper), line.strong});
    }
    std::sort(labels.begin(), labels.end(), [](const EndLabel& a, const EndLabel& b) {
        return a.value.y() != b.value.y() ? a.value.y() > b.value.y() : a.text < b.text;
    });
    Annotations::add(canvas.chart(), [labels](QPainter& painter, QChart& drawn) {
        paint_labels(painter, drawn, labels);
    });
    return canvas.take();
}

}  // namespace reentry::report
