// Cost over time: the months of a bill against a key, as an array.
#pragma once

#include "models/tariff/bill.hpp"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace reentry {

// months x keys, in the bill's reporting currency. Doubles, for charts and statistics only: sums
// that must be exact are taken from the bill.
struct CostCurve {
    std::vector<std::chrono::year_month> months;
    std::vector<std::string> keys;  // in alphabetical order
    Eigen::ArrayXXd amounts;

    Eigen::ArrayXd by_month() const { return amounts.rowwise().sum(); }
    Eigen::ArrayXd by_key() const { return amounts.colwise().sum().transpose(); }
};

CostCurve cost_curve(const Bill& bill, BillKey key);

// The value of the curve on the first day of its first month, each month discounted from its middle
// at a yearly rate (0.05 is 5 %): sum of amount / (1 + rate)^((month + 1/2) / 12).
double present_value(const CostCurve& curve, double rate_per_year);

}  // namespace reentry
