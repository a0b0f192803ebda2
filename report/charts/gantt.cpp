#include "models/units/format.hpp"
#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/draw.hpp"
#include "report/charts/paint.hpp"

#include <QValueAxis>

#include <algorithm>

namespace reentry::report {
namespace {

constexpr double name_width = 210, bar_share = 0.64;

// Everything that painting needs, in seconds; x maps by the plot's width.
struct GanttPainter {
    Gantt chart;
    Style style;
    double last_s;  // right end of the axis

    QColor colour(std::size_t stage) const {
        // The palette comes twice, the second time pale: up to 14 stages can be told apart.
        return tint(series_colour(stage), style.paper, stage < 7 ? 0.85 : 0.45);
    }

    double x_of(const QRectF& plot, double seconds) const {
        return plot.left() + plot.width() * std::min(seconds / last_s, 1.0);
    }

    double centre_of(const QRectF& plot, std::size_t lane) const {
        const double height = plot.height() / static_cast<double>(chart.lanes.size());
        return plot.top() + height * (static_cast<double>(lane) + 0.5);
    }

    QRectF bar_of(const QRectF& plot, std::size_t lane, const Gantt::Span& span) const {
        const double height = plot.height() / static_cast<double>(chart.lanes.size());
        const double bar = std::min(height * bar_share, 22.0);
        const double from = x_of(plot, span.begin_s), to = x_of(plot, span.end_s);
        return {from, centre_of(plot, lane) - bar / 2, to - from, bar};
    }

    void paint_bar(QPainter& painter, const QRectF& bar, const Gantt::Span& span) const {
        const QColor fill = colour(span.kind);
        const bool waiting = !span.waited_for.empty();
        painter.fillRect(bar, waiting ? tint(fill, style.paper, 0.25) : fill);
        if (waiting) paint_hatching(painter, bar, fill);
        if (span.critical)
            painter.fillRect(QRectF{bar.left(), bar.bottom() + 1, bar.width(), 2.5}, style.ink);
    }

    // What happened, or what was waited for, where it fits into the bar.
    void paint_label(QPainter& painter, const QRectF& bar, const Gantt::Span& span) const {
        const bool waiting = !span.waited_for.empty();
        const QString label = QString::fromStdString(waiting ? span.waited_for : span.stage);
        const QFont font = chart_font(11);
        const QSizeF size = text_size(label, font);
        if (size.width() + 6 > bar.width()) return;
        const QRectF place{bar.center().x() - size.width() / 2, bar.center().y() - 7, size.width(),
                           14};
        if (waiting) painter.fillRect(place, style.paper);
        const bool on_dark = !waiting && colour(span.kind).lightness() < 125;
        paint_text(painter, place, Qt::AlignCenter, label, on_dark ? style.paper : style.ink, font);
    }

    void paint_name(QPainter& painter, const QRectF& plot, std::size_t i) const {
        const QFont font = chart_font(12);
        const QString name =
            shortened(QString::fromStdString(chart.lanes[i].name), font, name_width - 12);
        const QRectF area{plot.left() - name_width, centre_of(plot, i) - 9, name_width - 10, 18};
        paint_text(painter, area, Qt::AlignRight | Qt::AlignVCenter, name, style.ink, font);
    }

    // When the workload was back, after its last bar.
    void paint_end(QPainter& painter, const QRectF& plot, std::size_t i) const {
        const Gantt::Lane& lane = chart.lanes[i];
        double end = lane.back_s;
        for (const auto& span : lane.spans) end = std::max(end, span.end_s);
        const QString text =
            lane.recovered ? QString::fromStdString(format_duration(sim::from_seconds(lane.back_s)))
                           : QStringLiteral("not back");
        const QFont font = chart_font(11);
        const QRectF area{x_of(plot, end) + 4, centre_of(plot, i) - 8,
                          text_size(text, font).width() + 4, 16};
        painter.fillRect(area, style.paper);
        paint_text(painter, area, Qt::AlignCenter, text, lane.recovered ? style.soft : style.limit,
                   font);
    }

    void paint_rto(QPainter& painter, const QRectF& plot) const {
        const QString limit = QString::fromStdString(chart.rto_label);
        if (chart.rto_s > 0 && chart.rto_s <= last_s)
            paint_limit(painter, plot, x_of(plot, chart.rto_s), limit, style.limit);
        else if (chart.rto_s > 0)
            paint_limit_beyond(painter, plot, limit, style.limit);
    }

    std::vector<Key> keys() const {
        std::vector<Key> all;
        bool waits = false;
        for (std::size_t i = 0; i < chart.stages.size(); ++i)
            all.push_back({QString::fromStdString(chart.stages[i]), colour(i)});
        for (const auto& lane : chart.lanes)
            for (const auto& span : lane.spans) waits |= !span.waited_for.empty();
        if (waits) all.push_back({QStringLiteral("waiting for what is named"), style.paper, true});
        return all;
    }

    void paint(QPainter& painter, QChart& drawn) const {
        const QRectF plot = drawn.plotArea();
        for (std::size_t i = 0; i < chart.lanes.size(); ++i)
            for (const auto& span : chart.lanes[i].spans)
                paint_bar(painter, bar_of(plot, i, span), span);
        paint_rto(painter, plot);
        for (std::size_t i = 0; i < chart.lanes.size(); ++i) {
            for (const auto& span : chart.lanes[i].spans)
                paint_label(painter, bar_of(plot, i, span), span);
            paint_name(painter, plot, i);
            paint_end(painter, plot, i);
        }
        paint_keys(painter, {16, 36, drawn.rect().width() - 32, 40}, keys(), style);
    }
};

double end_of(const Gantt& chart) {
    double end = 1;
    for (const auto& lane : chart.lanes) {
        end = std::max(end, lane.back_s);
        for (const auto& span : lane.spans) end = std::max(end, span.end_s);
    }
    return end;
}

}  // namespace

std::unique_ptr<QChart> draw(const Gantt& chart, const Style& style) {
    GanttPainter painter{chart, style, end_of(chart) * 1.09};
    if (chart.rto_s > 0 && chart.rto_s <= 2.5 * painter.last_s)
        painter.last_s = std::max(painter.last_s, chart.rto_s * 1.02);
    Room room{62, 24, 8, static_cast<int>(name_width)};
    room.top += static_cast<int>(height_of_keys(900, painter.keys()));
    Canvas canvas(chart.title, style, room);
    const AxisUnit unit = time_unit(painter.last_s);
    const QString title = QStringLiteral("Time since the failure [%1]").arg(unit.name);
    QValueAxis* x = canvas.time_axis(title, painter.last_s, unit);
    painter.last_s = x->max() * unit.size;
    QValueAxis* y = canvas.value_axis(Qt::AlignLeft, {}, 1, false);
    y->setVisible(false);
    canvas.line({{0, 0}, {painter.last_s / unit.size, 0}}, QPen(Qt::NoPen), x, y);
    Annotations::add(canvas.chart(),
                     [painter](QPainter& on, QChart& drawn) { painter.paint(on, drawn); });
    return canvas.take();
}

}  // namespace reentry::report
