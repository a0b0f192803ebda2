// Draws a chart for the screen and the page alike. This folder is the only one that knows Qt
// Charts.
//
// Needs a QGuiApplication (QApplication in a program with windows). Without fonts nothing fails;
// letters become boxes.
#pragma once

#include "report/chart.hpp"
#include "report/charts/style.hpp"

#include <QChart>
#include <QSize>

#include <memory>

namespace reentry::report {

// A chart without data says "no data". Fits any size from about 480 x 240 on.
std::unique_ptr<QChart> draw(const Chart& chart, const Style& style = {});

// The size at which a chart reads best on a page [pixels at 96 dpi].
QSize natural_size(const Chart& chart);

// One function for each kind, for those who know what they have.
std::unique_ptr<QChart> draw(const CostCurve& chart, const Style& style);
std::unique_ptr<QChart> draw(const MonthlyCost& chart, const Style& style);
std::unique_ptr<QChart> draw(const RecoveryDistribution& chart, const Style& style);
std::unique_ptr<QChart> draw(const CostRecovery& chart, const Style& style);
std::unique_ptr<QChart> draw(const Gantt& chart, const Style& style);

}  // namespace reentry::report
