// Small things to paint on a chart: text, limits, keys to colours, hatched areas. All stay where
// they are put: an SVG picture has no clipping.
#pragma once

#include "report/charts/style.hpp"

#include <QChart>
#include <QPainter>
#include <QRectF>
#include <QString>

#include <vector>

namespace reentry::report {

void paint_text(QPainter& painter, const QRectF& area, int flags, const QString& text,
                const QColor& colour, const QFont& font);

QSizeF text_size(const QString& text, const QFont& font);

// The text in lines of at most that width, broken at blanks.
QString broken(const QString& text, const QFont& font, double width);

// The text, shortened at its end with an ellipsis if it is wider.
QString shortened(const QString& text, const QFont& font, double width);

// A dashed vertical line at x with its label above the plot.
void paint_limit(QPainter& painter, const QRectF& plot, double x, const QString& label,
                 const QColor& colour);

// The label with an arrow above the plot's right end: the limit lies beyond it.
void paint_limit_beyond(QPainter& painter, const QRectF& plot, const QString& label,
                        const QColor& colour);

// Diagonal strokes that end exactly at the rectangle's sides.
void paint_hatching(QPainter& painter, const QRectF& area, const QColor& colour);

struct Key {
    QString name;
    QColor colour;
    bool hatched = false;
};

// Colours and what they mean, from left to right and on as many lines as it takes; returns the
// height used.
double paint_keys(QPainter& painter, const QRectF& area, const std::vector<Key>& keys,
                  const Style& style);

// The height that paint_keys will use.
double height_of_keys(double width, const std::vector<Key>& keys);

}  // namespace reentry::report
