#include "models/tariff/cost_curve.hpp"

#include "sim/portable_math.hpp"

#include <map>

namespace reentry {

CostCurve cost_curve(const Bill& bill, BillKey key) {
    CostCurve curve;
    std::map<std::string, std::vector<Int128>> sums;
    const std::size_t months = bill.calendar.months().size();
    for (const BillItem& item : bill.items) {
        auto& row = sums[bill.key_text(item, key)];
        row.resize(months);
        row[bill.charges[item.charge].charge.month] += item.reported;
    }
    for (const BillingMonth& month : bill.calendar.months()) curve.months.push_back(month.name);
    curve.amounts.resize(static_cast<Eigen::Index>(months), static_cast<Eigen::Index>(sums.size()));
    Eigen::Index column = 0;
    for (const auto& [text, row] : sums) {
        curve.keys.push_back(text);
        for (std::size_t m = 0; m < months; ++m)
            curve.amounts(static_cast<Eigen::Index>(m), column) =
                Money(row[m], bill.currency).to_double();
        ++column;
    }
    return curve;
}

double present_value(const CostCurve& curve, double rate_per_year) {
    const Eigen::ArrayXd monthly = curve.by_month();
    double sum = 0;
    for (Eigen::Index m = 0; m < monthly.size(); ++m) {
        const double years = (static_cast<double>(m) + 0.5) / 12.0;
        sum += monthly(m) / sim::pow(1.0 + rate_per_year, years);
    }
    return sum;
}

}  // namespace reentry
