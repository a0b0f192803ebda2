// What all charts share: an empty chart in our style, axes with titles and units, and series in the
// right order (a theme overwrites pens that are set before addSeries, and axes take their range
// from the first series only).
#pragma once

#include "report/charts/style.hpp"
#include "report/charts/units.hpp"

#include <QChart>
#include <QLineSeries>
#include <QList>
#include <QPointF>

#include <memory>
#include <string>
#include <vector>

class QAbstractAxis;
class QValueAxis;

namespace reentry::report {

// Room around the plot, in pixels, for what is painted there.
struct Room {
    int top = 40, right = 24, bottom = 8, left = 8;
};

class Canvas {
 public:
    Canvas(const std::string& title, const Style& style, Room room = {});

    // From 0 to so many steps.
    QValueAxis* stepped_axis(Qt::Alignment where, const QString& title, double step, double steps,
                             bool grid);
    // From 0 to the least number of round steps that contains `largest`.
    QValueAxis* value_axis(Qt::Alignment where, const QString& title, double largest,
                           bool grid = true);
    // Along the bottom, from 0 to at least `largest_s`, marked at natural times.
    QValueAxis* time_axis(const QString& title, double largest_s, const AxisUnit& unit);
    // Powers of ten around [least, largest], both positive.
    QAbstractAxis* log_axis(Qt::Alignment where, const QString& title, double least,
                            double largest);
    // Months from 0 to their number, marked at every year's beginning or oftener.
    QAbstractAxis* month_axis(const std::vector<std::string>& months);

    QLineSeries* line(const QList<QPointF>& points, const QPen& pen, QAbstractAxis* x,
                      QAbstractAxis* y);
    // The area between two lines.
    void area(const QList<QPointF>& upper, const QList<QPointF>& lower, const QColor& fill,
              const QPen& outline, QAbstractAxis* x, QAbstractAxis* y);

    QChart* chart() { return chart_.get(); }
    const Style& style() const { return style_; }
    std::unique_ptr<QChart> take() { return std::move(chart_); }

 private:
    void dress(QAbstractAxis* axis, const QString& title, bool grid);

    Style style_;
    std::unique_ptr<QChart> chart_;
};

// The outline of bars over edges: two points for each bar.
QList<QPointF> steps(const std::vector<double>& edges, const std::vector<double>& heights);

// Every k-th so that at most `most` remain; the last is always kept.
QList<QPointF> thinned(const QList<QPointF>& points, int most);

}  // namespace reentry::report
