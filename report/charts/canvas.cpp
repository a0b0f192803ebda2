#include "report/charts/canvas.hpp"

#include "report/charts/annotations.hpp"
#include "report/charts/paint.hpp"
#include "report/histogram.hpp"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QGraphicsLayout>
#include <QLegend>
#include <QLogValueAxis>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace reentry::report {
namespace {

constexpr double smallest_range = 1e-6;

// Qt refuses a range that is almost nothing, and then would set a mark every tiny step of a larger
// one without end: where there is nothing to tell apart, an axis goes to one.
double range_for(double largest) { return largest > smallest_range ? largest : 1; }

// Below one by a single division: 1 / 100 is the 0.01 that Qt looks for, 1 / 10 / 10 is not.
double power_of_ten_below(double value) {
    double above = 1, below = 1;
    while (1 / below > value) below *= 10;
    while (below == 1 && above * 10 <= value) above *= 10;
    return above / below;
}

double power_of_ten_above(double value) {
    const double below = power_of_ten_below(value);
    if (below >= value) return below;
    return below < 1 ? 1 / std::round(1 / below / 10) : below * 10;
}

// Whole steps that contain the value, forgiving the last bit; at least one.
double steps_to(double value, double step) {
    return std::max(1.0, std::ceil(value / step * (1 - 1e-9)));
}

std::size_t months_between_marks(std::size_t months) {
    for (const std::size_t step : {1, 3, 6, 12, 24})
        if (months / step <= 6) return step;
    return 60;
}

}  // namespace

Canvas::Canvas(const std::string& title, const Style& style, Room room)
    : style_(style), chart_(std::make_unique<QChart>()) {
    chart_->setAnimationOptions(QChart::NoAnimation);
    chart_->setBackgroundRoundness(0);
    chart_->setDropShadowEnabled(false);
    chart_->setBackgroundBrush(style_.paper);
    chart_->setBackgroundPen(Qt::NoPen);
    chart_->legend()->hide();
    chart_->layout()->setContentsMargins(0, 0, 0, 0);
    chart_->setMargins({room.left, room.top, room.right, room.bottom});
    const QString text = QString::fromStdString(title);
    Annotations::add(chart_.get(), [text, ink = style_.ink](QPainter& painter, QChart& chart) {
        const QRectF line{12, 8, chart.rect().width() - 24, 22};
        paint_text(painter, line, Qt::AlignLeft | Qt::AlignVCenter, text, ink,
                   chart_font(15, true));
    });
}

void Canvas::dress(QAbstractAxis* axis, const QString& title, bool grid) {
    axis->setTitleText(title);
    axis->setTitleFont(chart_font(12));
    axis->setTitleBrush(style_.soft);
    axis->setLabelsFont(chart_font(12));
    axis->setLabelsColor(style_.soft);
    axis->setLinePen(QPen(style_.soft, 1));
    axis->setGridLinePen(QPen(style_.grid, 1));
    axis->setMinorGridLineVisible(false);
    axis->setGridLineVisible(grid);
}

QValueAxis* Canvas::stepped_axis(Qt::Alignment where, const QString& title, double step,
                                 double steps, bool grid) {
    auto* axis = new QValueAxis;
    chart_->addAxis(axis, where);
    axis->setRange(0, step * steps);
    axis->setTickType(QValueAxis::TicksDynamic);
    axis->setTickAnchor(0);
    axis->setTickInterval(step);
    axis->setLabelFormat(QStringLiteral("%g"));
    dress(axis, title, grid);
    return axis;
}

QValueAxis* Canvas::value_axis(Qt::Alignment where, const QString& title, double largest,
                               bool grid) {
    constexpr double most_marks = 7;
    const double range = range_for(largest);
    const double step = round_step(range / most_marks);
    return stepped_axis(where, title, step, steps_to(range, step), grid);
}

QValueAxis* Canvas::time_axis(const QString& title, double largest_s, const AxisUnit& unit) {
    constexpr double most_marks = 9;
    const double range = range_for(largest_s);
    const double step = natural_step(range / most_marks);
    return stepped_axis(Qt::AlignBottom, title, step / unit.size, steps_to(range, step), true);
}

QAbstractAxis* Canvas::log_axis(Qt::Alignment where, const QString& title, double least,
                                double largest) {
    auto* axis = new QLogValueAxis;
    chart_->addAxis(axis, where);
    axis->setBase(10);
    // A hair lower, or Qt's logarithm of the first mark lies above it and its label is left out.
    axis->setRange(power_of_ten_below(least) * (1 - 1e-9), power_of_ten_above(largest));
    axis->setLabelFormat(QStringLiteral("%g"));
    axis->setMinorTickCount(8);
    dress(axis, title, true);
    return axis;
}

QAbstractAxis* Canvas::month_axis(const std::vector<std::string>& months) {
    auto* axis = new QCategoryAxis;
    chart_->addAxis(axis, Qt::AlignBottom);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setStartValue(0);
    const std::size_t step = months_between_marks(months.size());
    for (std::size_t i = 0; i < months.size(); i += step)
        axis->append(QString::fromStdString(months[i]), static_cast<double>(i));
    axis->setRange(0, static_cast<double>(std::max<std::size_t>(months.size(), 1)));
    dress(axis, {}, false);
    return axis;
}

QLineSeries* Canvas::line(const QList<QPointF>& points, const QPen& pen, QAbstractAxis* x,
                          QAbstractAxis* y) {
    auto* series = new QLineSeries;
    series->replace(points);
    chart_->addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
    series->setPen(pen);
    return series;
}

void Canvas::area(const QList<QPointF>& upper, const QList<QPointF>& lower, const QColor& fill,
                  const QPen& outline, QAbstractAxis* x, QAbstractAxis* y) {
    auto* series = new QAreaSeries;
    auto* top = new QLineSeries(series);
    auto* bottom = new QLineSeries(series);
    top->replace(upper);
    bottom->replace(lower);
    series->setUpperSeries(top);
    series->setLowerSeries(bottom);
    chart_->addSeries(series);
    series->attachAxis(x);
    series->attachAxis(y);
    series->setBrush(fill);
    series->setPen(outline);
}

QList<QPointF> steps(const std::vector<double>& edges, const std::vector<double>& heights) {
    QList<QPointF> points;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        points.append({edges[i], heights[i]});
        points.append({edges[i + 1], heights[i]});
    }
    return points;
}

QList<QPointF> thinned(const QList<QPointF>& points, int most) {
    if (points.size() <= most) return points;
    const qsizetype step = (points.size() + most - 1) / (most - 1);
    QList<QPointF> few;
    for (qsizetype i = 0; i < points.size(); i += step) few.append(points[i]);
    if (few.back() != points.back()) few.append(points.back());
    return few;
}

}  // namespace reentry::report
