#include "report/charts/units.hpp"

namespace reentry::report {

AxisUnit time_unit(double largest_seconds) {
    if (largest_seconds <= 180) return {1, QStringLiteral("s")};
    if (largest_seconds <= 3 * 3600) return {60, QStringLiteral("min")};
    if (largest_seconds <= 5 * 86400) return {3600, QStringLiteral("h")};
    return {86400, QStringLiteral("d")};
}

AxisUnit money_unit(double largest_amount, const std::string& currency) {
    const QString name = QString::fromStdString(currency);
    if (largest_amount >= 2e9) return {1e9, QStringLiteral("billion ") + name};
    if (largest_amount >= 2e6) return {1e6, QStringLiteral("million ") + name};
    if (largest_amount >= 2e4) return {1e3, QStringLiteral("thousand ") + name};
    return {1, name};
}

}  // namespace reentry::report
