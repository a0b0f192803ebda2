#include "models/units/format.hpp"
#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/draw.hpp"
#include "report/charts/paint.hpp"

#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace reentry::report {
namespace {

constexpr int most_points = 2000;
constexpr double farthest_limit =
    2.5;  // times the largest value; beyond, a limit is only pointed to

struct Mark {
    QPointF value;  // axis units; y in percent
    QString text;
};

// Steps of the count, four or five of them, so that the percentages stand at the same heights.
struct Marks {
    double step, steps;
};

Marks marks_for(const RecoveryDistribution& chart) {
    const auto highest = *std::max_element(chart.counts.begin(), chart.counts.end());
    Marks best{0, 0};
    for (const double steps : {4.0, 5.0})
        for (double decade = 1; decade < 1e12; decade *= 10)
            for (const double factor : {1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
                const double step = factor * decade, top = step * steps;
                if (step != std::floor(step) || top < static_cast<double>(highest)) continue;
                if (best.steps == 0 || top < best.step * best.steps) best = {step, steps};
            }
    return best;
}

bool limit_fits(const RecoveryDistribution& chart) {
    return chart.rto_s > 0 && chart.rto_s <= farthest_limit * chart.edges.back();
}

// Rises by one share at each time, as a stair from the axis up.
QList<QPointF> empirical(const RecoveryDistribution& chart, double unit, double first) {
    QList<QPointF> corners{{first, 0}};
    const double n = static_cast<double>(chart.times.size());
    QList<QPointF> tops;
    for (std::size_t i = 0; i < chart.times.size(); ++i)
        tops.append({std::max(chart.times[i] / unit, first), 100 * static_cast<double>(i + 1) / n});
    for (const QPointF& top : thinned(tops, most_points / 2)) {
        corners.append({top.x(), corners.back().y()});
        corners.append(top);
    }
    return corners;
}

QString duration_text(double seconds) {
    return QString::fromStdString(format_duration(sim::from_seconds(seconds)));
}

// Right of the point and below the line; beyond the limit's line if it would cross that.
QRectF place_beside(const QPointF& at, const QSizeF& size, const QRectF& plot, double limit_x) {
    QRectF area{at.x() + 10, at.y() + 3, size.width(), size.height()};
    if (area.left() - 8 < limit_x && limit_x < area.right() + 4) area.moveLeft(limit_x + 7);
    if (area.right() > plot.right()) area.moveRight(at.x() - 10);
    return area;
}

void paint_marks(QPainter& painter, QChart& chart, QAbstractSeries* share,
                 const std::vector<Mark>& marks, double limit, const Style& style) {
    const QFont font = chart_font(12, true);
    const double limit_x = limit > 0 ? chart.mapToPosition({limit, 0}, share).x() : -1;
    for (const auto& mark : marks) {
        const QPointF at = chart.mapToPosition(mark.value, share);
        painter.setPen(QPen(style.paper, 1.5));
        painter.setBrush(style.ink);
        painter.drawEllipse(at, 4.5, 4.5);
        const QRectF area = place_beside(at, text_size(mark.text, font), chart.plotArea(), limit_x);
        QColor veil = style.paper;
        veil.setAlpha(170);
        painter.fillRect(area, veil);
        paint_text(painter, area, Qt::AlignLeft, mark.text, style.ink, font);
    }
}

void paint_notes(QPainter& painter, QChart& drawn, QAbstractSeries* share,
                 const RecoveryDistribution& chart, double unit, const Style& style) {
    const QRectF plot = drawn.plotArea();
    const QString label = QString::fromStdString(chart.rto_label);
    if (limit_fits(chart))
        paint_limit(painter, plot, drawn.mapToPosition({chart.rto_s / unit, 0}, share).x(), label,
                    style.limit);
    else if (chart.rto_s > 0)
        paint_limit_beyond(painter, plot, label, style.limit);
    if (chart.never == 0) return;
    const QString never =
        chart.never == 1
            ? QStringLiteral("in 1 more incident something never came back")
            : QStringLiteral("in %1 more incidents something never came back").arg(chart.never);
    const QRectF line{plot.left(), 32, plot.width(), 18};
    paint_text(painter, line, Qt::AlignRight | Qt::AlignVCenter, never, style.soft, chart_font(12));
}

}  // namespace

std::unique_ptr<QChart> draw(const RecoveryDistribution& chart, const Style& style) {
    Canvas canvas(chart.title, style, {62, 8, 8, 8});
    const double last =
        limit_fits(chart) ? std::max(chart.edges.back(), chart.rto_s) : chart.edges.back();
    const AxisUnit unit = time_unit(last);
    const QString title = QStringLiteral("Recovery time [%1]").arg(unit.name);
    const double first = chart.logarithmic ? chart.edges.front() / unit.size : 0;
    QAbstractAxis* x = nullptr;
    if (chart.logarithmic)
        x = canvas.log_axis(Qt::AlignBottom, title, first, last / unit.size);
    else
        x = canvas.time_axis(title, last, unit);
    const Marks marked = marks_for(chart);
    QAbstractAxis* count = canvas.stepped_axis(Qt::AlignLeft, QStringLiteral("Incidents (bars)"),
                                               marked.step, marked.steps, true);
    QAbstractAxis* percent =
        canvas.stepped_axis(Qt::AlignRight, QStringLiteral("Back by then [% of recoveries] (line)"),
                            100 / marked.steps, marked.steps, false);

    std::vector<double> edges, heights(chart.counts.begin(), chart.counts.end());
    for (const double edge : chart.edges) edges.push_back(edge / unit.size);
    const std::vector<double> floor(heights.size(), 0);
    canvas.area(steps(edges, heights), steps(edges, floor),
                tint(series_colour(5), style.paper, 0.55), QPen(style.paper, 0.8), x, count);
    QLineSeries* share =
        canvas.line(empirical(chart, unit.size, first), QPen(series_colour(0), 2), x, percent);
    const double limit = limit_fits(chart) ? chart.rto_s / unit.size : 0;
    std::vector<Mark> marks;
    marks.push_back({{chart.p50_s / unit.size, 50}, "P50 " + duration_text(chart.p50_s)});
    marks.push_back({{chart.p95_s / unit.size, 95}, "P95 " + duration_text(chart.p95_s)});
    Annotations::add(canvas.chart(), [=](QPainter& painter, QChart& drawn) {
        paint_notes(painter, drawn, share, chart, unit.size, style);
        paint_marks(painter, drawn, share, marks, limit, style);
    });
    return canvas.take();
}

}  // namespace reentry::report
