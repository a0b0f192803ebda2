#include "report/charts/end_labels.hpp"

#include "report/charts/labels.hpp"
#include "report/charts/paint.hpp"

#include <QAbstractSeries>

#include <algorithm>
#include <limits>
#include <numeric>

namespace reentry::report {
namespace {

constexpr double gap = 4, lead = 18;

// Where the lines end, in pixels; ascending as the labels are.
std::vector<double> ends_of(QChart& chart, const std::vector<EndLabel>& labels) {
    std::vector<double> ends;
    for (const auto& label : labels)
        ends.push_back(chart.mapToPosition(label.value, chart.series().first()).y());
    return ends;
}

double tallest(const std::vector<EndLabel>& labels, double width) {
    double height = 0;
    for (const auto& label : labels) {
        const QFont font = chart_font(12, label.strong);
        height = std::max(height, text_size(broken(label.name, font, width), font).height());
    }
    return height;
}

std::vector<bool> strong_ones(const std::vector<EndLabel>& labels) {
    std::vector<bool> strong;
    for (const auto& label : labels) strong.push_back(label.strong);
    return strong;
}

// The room beside the plot and how labels use it.
struct Column {
    QRectF area;
    double height = 0;     // of a label
    bool shorten = false;  // to one line
    std::size_t room = 0;  // for so many labels
    double last = 0;       // where they end; below it the others are counted
};

Column column_for(const QRectF& plot, const std::vector<EndLabel>& labels, double width) {
    Column column;
    column.area = {plot.right() + lead, plot.top() - 20, width + 10, plot.height() + 30};
    column.last = column.area.bottom();
    column.height = tallest(labels, width);
    column.room = labels.size();
    const auto fit = [&](double height) {
        return static_cast<std::size_t>((column.last - column.area.top()) / (height + gap));
    };
    if (fit(column.height) >= labels.size()) return column;
    column.shorten = true;
    column.height = text_size(labels.front().name, chart_font(12)).height();
    if (fit(column.height) >= labels.size()) return column;
    column.last -= column.height + gap;
    column.room = fit(column.height);
    return column;
}

double to_neighbours(const std::vector<double>& ends, const std::vector<std::size_t>& kept,
                     std::size_t at) {
    double distance = std::numeric_limits<double>::infinity();
    if (at > 0) distance = std::min(distance, ends[kept[at]] - ends[kept[at - 1]]);
    if (at + 1 < kept.size()) distance = std::min(distance, ends[kept[at + 1]] - ends[kept[at]]);
    return distance;
}

}  // namespace

std::vector<std::size_t> with_room(const std::vector<double>& ends, const std::vector<bool>& strong,
                                   std::size_t room) {
    std::vector<std::size_t> kept(ends.size());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    while (kept.size() > room) {
        std::size_t closest = kept.size();
        for (std::size_t at = 0; at < kept.size(); ++at)
            if (!strong[kept[at]] &&
                (closest == kept.size() ||
                 to_neighbours(ends, kept, at) < to_neighbours(ends, kept, closest)))
                closest = at;
        if (closest == kept.size()) break;
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(closest));
    }
    return kept;
}

void paint_end_labels(QPainter& painter, QChart& chart, const std::vector<EndLabel>& labels,
                      double width, const Style& style) {
    if (labels.empty()) return;
    const Column column = column_for(chart.plotArea(), labels, width);
    const auto ends = ends_of(chart, labels);
    const auto shown = with_room(ends, strong_ones(labels), column.room);
    std::vector<double> wanted;
    for (const std::size_t i : shown) wanted.push_back(ends[i]);
    const auto centres = spread(wanted, column.height + gap, column.area.top(), column.last);
    for (std::size_t k = 0; k < shown.size(); ++k) {
        const auto& label = labels[shown[k]];
        const QFont font = chart_font(12, label.strong);
        const double x = column.area.left();
        painter.setPen(QPen(label.colour, 1));
        painter.drawLine(QPointF{x - lead + 3, wanted[k]}, QPointF{x - 3, centres[k]});
        paint_text(
            painter, {x, centres[k] - column.height / 2, width + 10, column.height},
            Qt::AlignLeft | Qt::AlignVCenter,
            column.shorten ? shortened(label.name, font, width) : broken(label.name, font, width),
            label.colour, font);
    }
    if (const auto hidden = labels.size() - shown.size(); hidden > 0)
        paint_text(painter, column.area, Qt::AlignLeft | Qt::AlignBottom,
                   QStringLiteral("and %1 more").arg(hidden), style.soft, chart_font(12));
}

}  // namespace reentry::report
