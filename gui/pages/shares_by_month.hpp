// What a month of one option is spent on, from its bill: charts that lie in no comparison.
#pragma once

#include "models/tariff/bill.hpp"
#include "report/chart.hpp"
#include "study/comparison.hpp"

namespace reentry::gui {

// Layers are the row's shares, the largest first; those beyond the seventh are one, "other".
report::MonthlyCost shares_by_month(const Bill& bill, const study::Row& row);

// Each month's amounts with all before it.
void add_up(report::MonthlyCost& chart);

// Instead of sums up to each month, what each month cost.
void take_apart(report::CostCurve& chart);

}  // namespace reentry::gui
