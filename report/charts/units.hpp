// The unit in which an axis is marked: chosen so that its numbers are short.
#pragma once

#include <QString>

#include <string>

namespace reentry::report {

struct AxisUnit {
    double size = 1;  // base units (seconds, units of the currency) in one of it
    QString name;     // "h", "thousand EUR"
};

AxisUnit time_unit(double largest_seconds);
AxisUnit money_unit(double largest_amount, const std::string& currency);

}  // namespace reentry::report
