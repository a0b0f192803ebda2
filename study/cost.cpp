#include "study/cost.hpp"

#include "models/tariff/unknown_price.hpp"
#include "sim/portable_math.hpp"

#include <Eigen/Core>

#include <algorithm>
#include <map>

namespace reentry::study {
namespace {

std::string meter_group(Meter meter) {
    switch (meter) {
        case Meter::storage:
        case Meter::capacity_bytes:
        case Meter::monitored_objects:
            return "storage";
        case Meter::early_deletion:
            return "early deletion";
        case Meter::restore_request:
        case Meter::retrieved_bytes:
        case Meter::provisioned_unit:
            return "retrieval";
        case Meter::sent_bytes:
        case Meter::received_bytes:
        case Meter::replicated_bytes:
            return "traffic";
        case Meter::port:
        case Meter::tunnel:
        case Meter::gateway:
        case Meter::attachment:
            return "connection";
        default:
            return "requests";
    }
}

std::vector<MonthCost> months_of(const Bill& bill) {
    std::map<std::uint32_t, MonthCost> months;
    for (const auto& item : bill.items) {
        const auto& period = bill.calendar.periods()[bill.charges[item.charge].charge.period];
        auto [it, is_new] = months.try_emplace(period.month);
        auto& month = it->second;
        if (is_new) {
            const Money zero(bill.currency);
            month = {period.begin, zero, zero, zero, zero};
        }
        month.begin = std::min(month.begin, period.begin);
        month.complete = month.complete && bill.reported_total(item).complete;
        const auto share = bill.reported(item);
        switch (bill.rows[item.row].cause.state) {
            case State::running:
                month.running += share;
                break;
            case State::drill:
                month.drill += share;
                break;
            case State::recovery:
                month.recovery += share;
                break;
            case State::exit:
                month.exit += share;
                break;
        }
    }
    std::vector<MonthCost> result;
    for (auto& [index, month] : months) result.push_back(month);
    return result;
}

std::vector<CostShare> shares_of(const Bill& bill) {
    std::map<std::string, Total> groups;
    for (const auto& item : bill.items)
        groups.try_emplace(cost_group(bill, item), Total{Money(bill.currency)}).first->second +=
            bill.reported_total(item);
    std::vector<CostShare> shares;
    for (const auto& [group, total] : groups)
        if (!total.amount.is_zero() || !total.complete)
            shares.push_back({group, total.amount, total.complete});
    std::sort(shares.begin(), shares.end(), [](const CostShare& a, const CostShare& b) {
        return a.amount != b.amount ? a.amount > b.amount : a.group < b.group;
    });
    return shares;
}

// Each month's cost discounted from its beginning to the start: sum of c (1 + r)^-t.
double present_value(const std::vector<MonthCost>& months, sim::Time start, double rate) {
    Eigen::ArrayXd costs(static_cast<Eigen::Index>(months.size()));
    Eigen::ArrayXd factors(costs.size());
    for (Eigen::Index i = 0; i < costs.size(); ++i) {
        const auto& month = months[static_cast<std::size_t>(i)];
        costs[i] = (month.running + month.drill).to_double();
        const double years = sim::to_seconds(month.begin - start) / sim::to_seconds(year_length);
        factors[i] = sim::pow(1 + rate, -years);
    }
    return (costs * factors).sum();
}

Money money_of(double value, Currency currency) {
    return {static_cast<Int128>(value * 1e9 + (value < 0 ? -0.5 : 0.5)), currency};
}

void add_unknown(const Bill& bill, Row& row) {
    std::map<std::string, bool> seen;
    for (const auto* charge : bill.unknown()) {
        const auto text = unknown_text(bill, *charge);
        if (seen.emplace(text, true).second) row.unknown_prices.push_back(text);
    }
    for (const auto& missing : bill.missing_rates)
        row.unknown_prices.push_back("exchange rate " + missing);
}

}  // namespace

std::string cost_group(const Bill& bill, const BillItem& item) {
    const auto& use = bill.rows[item.row];
    const auto& role = bill.roles[use.binding];
    if (role == "contract") return "contracts";
    if (role == "provider") return meter_group(use.meter);
    if (role == "region") return "second region: " + meter_group(use.meter);
    if (role == "second") return "second provider: " + meter_group(use.meter);
    return role;
}

void add_costs(const Scenario& scenario, const Bill& bill, Row& row) {
    row.months = months_of(bill);
    row.shares = shares_of(bill);
    row.drill_cost = Money(bill.currency);
    for (const auto& month : row.months) row.drill_cost += month.drill;
    row.horizon_cost = bill.total();
    const auto length = length_from(scenario.start, scenario.horizon);
    row.monthly_cost = amount(row.horizon_cost, Quantity(year_length.count(), length.count() * 12));
    row.present_value = money_of(
        present_value(row.months, scenario.start, scenario.finance.discount_rate), bill.currency);
    add_unknown(bill, row);
}

}  // namespace reentry::study
