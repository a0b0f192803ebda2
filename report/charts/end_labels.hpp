// Names of lines, in a column at the right of a chart.
#pragma once

#include "report/charts/style.hpp"

#include <QChart>
#include <QPainter>
#include <QPointF>
#include <QString>

#include <vector>

namespace reentry::report {

struct EndLabel {
    QPointF value;  // end of the line, in axis units
    QString name;
    QColor colour;
    bool strong = false;
};

// Which labels can stand in a column that has room for `room` of them: the strong ones, and of the
// others those whose lines (ascending, in pixels) end farthest from their neighbours. Indices.
std::vector<std::size_t> with_room(const std::vector<double>& ends, const std::vector<bool>& strong,
                                   std::size_t room);

// Each label at the height of its line's end, moved apart where they would touch; a thin line leads
// to it. `labels` from the top down. When there are too many for two lines each they get one, and
// when for that too, the rest is counted at the bottom.
void paint_end_labels(QPainter& painter, QChart& chart, const std::vector<EndLabel>& labels,
                      double width, const Style& style);

}  // namespace reentry::report
