#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/draw.hpp"
#include "report/charts/labels.hpp"
#include "report/charts/paint.hpp"

#include <QLogValueAxis>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <tuple>

namespace reentry::report {
namespace {

using Point = CostRecovery::Point;

constexpr double marker = 12;

struct Scales {
    AxisUnit time, money;
    QAbstractAxis* x = nullptr;
    QValueAxis* y = nullptr;
    double first = 0, last = 0;  // of the time axis, in its unit

    QPointF of(const Point& p) const {
        return {p.recovery_s / time.size, p.monthly_cost / money.size};
    }
};

std::vector<std::string> groups_of(const CostRecovery& chart) {
    std::vector<std::string> groups;
    for (const auto& point : chart.points)
        if (std::find(groups.begin(), groups.end(), point.group) == groups.end())
            groups.push_back(point.group);
    return groups;
}

std::pair<double, double> range_of(const QAbstractAxis* axis) {
    if (const auto* log = qobject_cast<const QLogValueAxis*>(axis)) return {log->min(), log->max()};
    const auto* value = qobject_cast<const QValueAxis*>(axis);
    return {value->min(), value->max()};
}

Scales make_scales(Canvas& canvas, const CostRecovery& chart) {
    double longest = 0, shortest = chart.points.front().recovery_s, dearest = 0;
    for (const auto& point : chart.points) {
        longest = std::max({longest, point.recovery_s, point.high_s});
        shortest = std::min({shortest, point.recovery_s, std::max(point.low_s, shortest / 10)});
        dearest = std::max(dearest, point.monthly_cost);
    }
    if (chart.objective_s <= 2.5 * longest) longest = std::max(longest, chart.objective_s);
    Scales s;
    s.time = time_unit(longest);
    s.money = money_unit(dearest, chart.currency);
    const QString x =
        QStringLiteral("%1 [%2]").arg(QString::fromStdString(chart.recovery_title), s.time.name);
    if (chart.logarithmic)
        s.x = canvas.log_axis(Qt::AlignBottom, x, shortest / s.time.size, longest / s.time.size);
    else
        s.x = canvas.time_axis(x, longest * 1.03, s.time);
    const QString y = QStringLiteral("Cost per month [%1]").arg(s.money.name);
    s.y = canvas.value_axis(Qt::AlignLeft, y, dearest / s.money.size * 1.05);
    std::tie(s.first, s.last) = range_of(s.x);
    return s;
}

// The region in which recovery is within what is asked, as a pale area behind everything.
void add_objective(Canvas& canvas, const CostRecovery& chart, const Scales& s) {
    const double end = std::min(chart.objective_s / s.time.size, s.last), top = s.y->max();
    QColor fill = canvas.style().good;
    fill.setAlphaF(0.10f);
    canvas.area({{s.first, top}, {end, top}}, {{s.first, 0}, {end, 0}}, fill, QPen(Qt::NoPen), s.x,
                s.y);
}

void add_front(Canvas& canvas, const CostRecovery& chart, const Scales& s) {
    QList<QPointF> front;
    for (const auto& point : chart.points)
        if (point.on_front) front.append(s.of(point));
    std::sort(front.begin(), front.end(),
              [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    canvas.line(front, QPen(canvas.style().soft, 1.2, Qt::DashLine), s.x, s.y);
}

// Filled where the objectives are met, hollow where not.
void add_points(Canvas& canvas, const CostRecovery& chart, const Scales& s,
                const std::string& group, const QColor& colour) {
    for (const bool meets : {false, true}) {
        QList<QPointF> points;
        for (const auto& point : chart.points)
            if (point.group == group && point.meets == meets) points.append(s.of(point));
        if (points.isEmpty()) continue;
        auto* series = new QScatterSeries;
        series->replace(points);
        canvas.chart()->addSeries(series);
        series->attachAxis(s.x);
        series->attachAxis(s.y);
        series->setName(QString::fromStdString(group));
        series->setMarkerSize(marker);
        series->setColor(meets ? colour : canvas.style().paper);
        series->setBorderColor(colour);
        series->setPen(QPen(colour, 2));
    }
}

struct Painted {
    QPointF value, low, high;
    QString label;
    QColor colour;
    bool strong, at_least;
};

// An arrow upwards: prices are missing, the point belongs here or higher.
void paint_at_least(QPainter& painter, QChart& chart, const std::vector<Painted>& points) {
    QAbstractSeries* series = chart.series().first();
    for (const auto& point : points) {
        if (!point.at_least) continue;
        const QPointF foot = chart.mapToPosition(point.value, series) - QPointF{0, marker / 2};
        const QPointF tip = foot - QPointF{0, marker};
        painter.setPen(QPen(point.colour, 1.5));
        painter.drawLine(foot, tip);
        painter.drawLine(tip, tip + QPointF{-3, 4});
        painter.drawLine(tip, tip + QPointF{3, 4});
    }
}

void paint_intervals(QPainter& painter, QChart& chart, const std::vector<Painted>& points) {
    QAbstractSeries* series = chart.series().first();
    for (const auto& point : points) {
        const double low = chart.mapToPosition(point.low, series).x();
        const double high = chart.mapToPosition(point.high, series).x();
        const QPointF at = chart.mapToPosition(point.value, series);
        painter.setPen(QPen(point.colour, 1));
        if (low < at.x() - marker / 2)
            painter.drawLine(QPointF{low, at.y()}, {at.x() - marker / 2, at.y()});
        if (high > at.x() + marker / 2)
            painter.drawLine(QPointF{at.x() + marker / 2, at.y()}, {high, at.y()});
    }
}

// Keeps labels off markers and intervals always, off the front's line where there is another place.
LabelPlacer obstacles(QChart& chart, const std::vector<Painted>& points, const QRectF& blocked) {
    QAbstractSeries* series = chart.series().first();
    LabelPlacer placer(chart.plotArea());
    placer.block(blocked);
    QList<QPointF> front;
    for (const auto& point : points) {
        const QPointF at = chart.mapToPosition(point.value, series);
        const double low = chart.mapToPosition(point.low, series).x();
        const double high = chart.mapToPosition(point.high, series).x();
        placer.block({at.x() - marker / 2 - 1, at.y() - marker / 2 - 1, marker + 2, marker + 2});
        placer.block({low, at.y() - 1, high - low, 2});
        if (point.at_least) placer.block({at.x() - 4, at.y() - 1.5 * marker, 8, marker});
        if (point.strong) front.append(at);
    }
    std::sort(front.begin(), front.end(),
              [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
    for (qsizetype i = 1; i < front.size(); ++i) placer.avoid({front[i - 1], front[i]});
    return placer;
}

// Points on the front are labelled first; a label without room is left out, its point is not.
void paint_point_labels(QPainter& painter, QChart& chart, const std::vector<Painted>& points,
                        const QRectF& blocked, const Style& style) {
    QAbstractSeries* series = chart.series().first();
    LabelPlacer placer = obstacles(chart, points, blocked);
    for (const bool strong : {true, false})
        for (const auto& point : points) {
            if (point.strong != strong) continue;
            const QFont font = chart_font(11, strong);
            const QSizeF size = text_size(point.label, font);
            const QPointF at = chart.mapToPosition(point.value, series);
            if (const auto area = placer.place(at, size, marker / 2 + 3))
                paint_text(painter, *area, Qt::AlignCenter, point.label,
                           strong ? style.ink : style.soft, font);
        }
}

std::vector<Painted> painted(const CostRecovery& chart, const Scales& s,
                             const std::vector<std::string>& groups) {
    std::vector<Painted> points;
    for (const auto& point : chart.points) {
        const auto group = std::find(groups.begin(), groups.end(), point.group) - groups.begin();
        const double y = point.monthly_cost / s.money.size;
        points.push_back({s.of(point),
                          {std::max(point.low_s / s.time.size, s.first), y},
                          {point.high_s / s.time.size, y},
                          QString::fromStdString(point.label),
                          series_colour(static_cast<std::size_t>(group)),
                          point.on_front,
                          point.at_least});
    }
    return points;
}

}  // namespace

std::unique_ptr<QChart> draw(const CostRecovery& chart, const Style& style) {
    Canvas canvas(chart.title, style, {66, 24, 8, 8});
    const Scales s = make_scales(canvas, chart);
    if (chart.objective_s > 0) add_objective(canvas, chart, s);
    add_front(canvas, chart, s);
    const auto groups = groups_of(chart);
    std::vector<Key> keys;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        add_points(canvas, chart, s, groups[i], series_colour(i));
        keys.push_back({QString::fromStdString(groups[i]), series_colour(i)});
    }
    const auto points = painted(chart, s, groups);
    const bool open = std::any_of(points.begin(), points.end(), [](auto& p) { return p.at_least; });
    const QString legend = QStringLiteral("filled: meets the objectives; bar: 95 % interval") +
                           (open ? QStringLiteral("; arrow: costs this or more") : QString());
    const QString objective = QString::fromStdString(chart.objective_label);
    Annotations::add(canvas.chart(), [=](QPainter& painter, QChart& drawn) {
        const QRectF plot = drawn.plotArea();
        const QRectF corner{QPointF{plot.left() + 8, plot.bottom() - 22},
                            text_size(objective, chart_font(12))};
        paint_text(painter, corner, Qt::AlignLeft, objective, letters(style.good, style.paper),
                   chart_font(12));
        paint_intervals(painter, drawn, points);
        paint_at_least(painter, drawn, points);
        paint_point_labels(painter, drawn, points, corner, style);
        paint_keys(painter, {plot.left(), 36, plot.width(), 20}, keys, style);
        paint_text(painter, {plot.left(), 8, plot.width(), 22}, Qt::AlignRight | Qt::AlignVCenter,
                   legend, style.soft, chart_font(12));
    });
    return canvas.take();
}

}  // namespace reentry::report
