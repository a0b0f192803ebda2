#include "models/tariff/bill.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reentry {
namespace {

constexpr std::array<std::string_view, 4> states{"running", "drill", "recovery", "exit"};
constexpr std::array<std::string_view, 8> kinds{"band",    "free",      "cap",        "minimum",
                                                "unknown", "surcharge", "commitment", "tax"};

}  // namespace

std::string_view state_name(State state) { return states[static_cast<std::size_t>(state)]; }

bool state_from_name(std::string_view name, State& state) {
    const auto found = std::find(states.begin(), states.end(), name);
    if (found == states.end()) return false;
    state = static_cast<State>(found - states.begin());
    return true;
}

std::string_view charge_kind_name(ChargeKind kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::string month_text(std::chrono::year_month month) {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.year()),
                       static_cast<unsigned>(month.month()));
}

Money Bill::total() const {
    Int128 sum = 0;
    for (const BillCharge& charge : charges) sum += charge.reported;
    return {sum, currency};
}

std::map<Currency, Money> Bill::totals_by_currency() const {
    std::map<Currency, Money> result;
    for (const BillCharge& charge : charges) {
        const auto at = result.try_emplace(charge.currency, Money(charge.currency)).first;
        at->second += Money(charge.charge.nano, charge.currency);
    }
    return result;
}

std::map<std::string, Total> Bill::total_by(BillKey key) const {
    std::map<std::string, Total> result;
    for (const BillItem& item : items)
        result.try_emplace(key_text(item, key), Total{Money(currency)}).first->second +=
            reported_total(item);
    return result;
}

Money Bill::total_of(State state) const {
    Int128 sum = 0;
    for (const BillItem& item : items)
        if (rows[item.row].cause.state == state) sum += item.reported;
    return {sum, currency};
}

bool Bill::complete() const { return missing_rates.empty() && unknown().empty(); }

std::vector<const BillCharge*> Bill::unknown() const {
    std::vector<const BillCharge*> result;
    for (const BillCharge& charge : charges)
        if (charge.charge.kind == ChargeKind::unknown) result.push_back(&charge);
    return result;
}

std::string Bill::key_text(const BillItem& item, BillKey key) const {
    const UsageRow& row = rows[item.row];
    const BillCharge& charge = charges[item.charge];
    switch (key) {
        case BillKey::month:
            return month_text(calendar.months()[charge.charge.month].name);
        case BillKey::role:
            return roles[row.binding];
        case BillKey::resource:
            return names[row.resource];
        case BillKey::line:
            return line_name(charge);
        case BillKey::meter:
            return std::string(meter_name(row.meter));
        case BillKey::option:
            return names[row.option];
        case BillKey::workload:
            return names[row.cause.workload];
        case BillKey::copy:
            return names[row.cause.copy];
        case BillKey::state:
            return std::string(state_name(row.cause.state));
        case BillKey::provider:
            return lines.at(row.line).provider;
        case BillKey::kind:
            return std::string(charge_kind_name(charge.charge.kind));
    }
    return {};
}

Money Bill::money(const BillItem& item) const { return {item.nano, charges[item.charge].currency}; }

Money Bill::reported(const BillItem& item) const { return {item.reported, currency}; }

Total Bill::listed_total(const BillCharge& charge) const {
    return {Money(charge.charge.nano, charge.currency), charge.whole};
}

Total Bill::reported_total(const BillCharge& charge) const {
    return {Money(charge.reported, currency), charge.whole && charge.converted};
}

Total Bill::listed_total(const BillItem& item) const {
    return {money(item), charges[item.charge].whole};
}

Total Bill::reported_total(const BillItem& item) const {
    return {reported(item), reported_total(charges[item.charge]).complete};
}

Quantity Bill::quantity(const BillItem& item) const {
    return {item.atoms, charges[item.charge].charge.unit};
}

Quantity Bill::quantity(const BillCharge& charge) const {
    return {charge.charge.atoms, charge.charge.unit};
}

std::string Bill::line_name(const BillCharge& charge) const {
    if (charge.charge.of_account) return charge.note;
    const BillLine& line = lines.at(charge.charge.line);
    const std::string& what = line.title.empty() ? line.resource : line.title;
    std::string text = what.empty() ? line.name : what + ": " + line.name;
    if (!line.instance.empty()) text += " #" + line.instance;
    return text;
}

std::string Bill::unit(const BillCharge& charge) const {
    if (charge.charge.of_account || charge.charge.atoms == 0) return {};
    return charge.unit ? charge.unit->text : lines.at(charge.charge.line).unit;
}

}  // namespace reentry
