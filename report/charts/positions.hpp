// Where the points of a drawn chart stand, for those who let people click on them.
#pragma once

#include "report/chart.hpp"

#include <QChart>
#include <QPointF>

#include <vector>

namespace reentry::report {

// One for each point of the chart, in the coordinates of `drawn`, which draw() made of it and
// which has been laid out since. Empty when it shows no points.
std::vector<QPointF> positions(const CostRecovery& chart, QChart& drawn);

}  // namespace reentry::report
