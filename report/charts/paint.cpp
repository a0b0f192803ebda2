#include "report/charts/paint.hpp"

#include <QFontMetricsF>
#include <QStringList>

#include <algorithm>

namespace reentry::report {
namespace {

constexpr double swatch = 12, key_gap = 18, key_line = 20;

double key_width(const Key& key) {
    return swatch + 6 + text_size(key.name, chart_font(12)).width();
}

// Calls place(key, x, line) for each key in turn; returns the number of lines.
template <class Place>
int lay_out(double width, const std::vector<Key>& keys, Place place) {
    double x = 0;
    int line = 0;
    for (const auto& key : keys) {
        const double wide = key_width(key);
        if (x > 0 && x + wide > width) {
            x = 0;
            ++line;
        }
        place(key, x, line);
        x += wide + key_gap;
    }
    return keys.empty() ? 0 : line + 1;
}

}  // namespace

void paint_text(QPainter& painter, const QRectF& area, int flags, const QString& text,
                const QColor& colour, const QFont& font) {
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(area, flags, text);
}

QSizeF text_size(const QString& text, const QFont& font) {
    const QRectF box = QFontMetricsF(font).boundingRect(QRectF{0, 0, 4000, 4000}, 0, text);
    return {box.width() + 2, box.height()};
}

QString broken(const QString& text, const QFont& font, double width) {
    const QFontMetricsF metrics(font);
    QStringList lines;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.last() + QLatin1Char(' ') + word;
        if (!lines.isEmpty() && metrics.horizontalAdvance(longer) <= width)
            lines.last() = longer;
        else
            lines.append(word);
    }
    return lines.join(QLatin1Char('\n'));
}

QString shortened(const QString& text, const QFont& font, double width) {
    return QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

void paint_limit(QPainter& painter, const QRectF& plot, double x, const QString& label,
                 const QColor& colour) {
    painter.setPen(QPen(colour, 1.5, Qt::DashLine));
    painter.drawLine(QPointF{x, plot.top() - 3}, QPointF{x, plot.bottom()});
    const QFont font = chart_font(12, true);
    const double width = text_size(label, font).width();
    const double left = std::max(plot.left(), std::min(x - width / 2, plot.right() - width));
    paint_text(painter, {left, plot.top() - 20, width, 16}, Qt::AlignCenter, label, colour, font);
}

void paint_limit_beyond(QPainter& painter, const QRectF& plot, const QString& label,
                        const QColor& colour) {
    const QString text = label + QStringLiteral(" \u2192");
    paint_text(painter, {plot.left(), plot.top() - 20, plot.width(), 16},
               Qt::AlignRight | Qt::AlignVCenter, text, colour, chart_font(12, true));
}

void paint_hatching(QPainter& painter, const QRectF& area, const QColor& colour) {
    painter.setPen(QPen(colour, 1));
    const double h = area.height();
    for (double start = area.left() - h + 3; start < area.right(); start += 5) {
        const double from = std::max(start, area.left()), to = std::min(start + h, area.right());
        if (from >= to) continue;
        painter.drawLine(QPointF{from, area.bottom() - (from - start)},
                         QPointF{to, area.bottom() - (to - start)});
    }
}

double paint_keys(QPainter& painter, const QRectF& area, const std::vector<Key>& keys,
                  const Style& style) {
    const int lines = lay_out(area.width(), keys, [&](const Key& key, double x, int line) {
        const double top = area.top() + line * key_line;
        const QRectF box{area.left() + x, top + 3, swatch, swatch};
        painter.fillRect(box, key.colour);
        if (key.hatched) paint_hatching(painter, box, style.soft);
        const QRectF text{box.right() + 6, top, key_width(key), key_line - 2};
        paint_text(painter, text, Qt::AlignLeft | Qt::AlignVCenter, key.name, style.ink,
                   chart_font(12));
    });
    return lines * key_line;
}

double height_of_keys(double width, const std::vector<Key>& keys) {
    return key_line * lay_out(width, keys, [](const Key&, double, int) {});
}

}  // namespace reentry::report
