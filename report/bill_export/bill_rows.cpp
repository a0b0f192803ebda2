#include "report/bill_export/bill_rows.hpp"

#include "models/tariff/exact.hpp"
#include "models/tariff/unknown_price.hpp"
#include "models/units/format.hpp"

#include <map>

namespace reentry::report {
namespace {

constexpr int quantity_places = 12;

// The provider of each account, for charges that have no line.
std::map<std::uint16_t, const BillLine*> lines_by_account(const Bill& bill) {
    std::map<std::uint16_t, const BillLine*> result;
    for (const BillCharge& charge : bill.charges)
        if (!charge.charge.of_account && charge.charge.kind != ChargeKind::unknown)
            result.try_emplace(charge.charge.account, &bill.lines.at(charge.charge.line));
    return result;
}

BillRow row_of(const Bill& bill, const BillCharge& charge, const BillItem& item) {
    const BillingPeriod& period = bill.calendar.periods()[charge.charge.period];
    const UsageRow& cause = bill.rows[item.row];
    BillRow row;
    row.charge = &charge;
    row.item = &item;
    row.month = bill.key_text(item, BillKey::month);
    row.from = format_date(sim::day_of(period.begin));
    row.to = format_date(sim::day_of(period.end - sim::Duration{1}));
    row.role = bill.roles.empty() ? std::string{} : bill.roles[cause.binding];
    row.resource = bill.names[cause.resource];
    row.meter = meter_name(cause.meter);
    row.option = bill.names[cause.option];
    row.workload = bill.names[cause.cause.workload];
    row.copy = bill.names[cause.cause.copy];
    row.state = state_name(cause.cause.state);
    row.name = bill.line_name(charge);
    row.kind = charge_kind_name(charge.charge.kind);
    row.band = charge.band;
    row.unit = bill.unit(charge);
    if (charge.charge.atoms != 0)
        row.quantity = quantity_text(bill.quantity(item), quantity_places);
    row.listed = bill.listed_total(item);
    row.reported = bill.reported_total(item);
    row.unknown = why_unknown(bill, charge);
    return row;
}

// The shares of a charge's list amount, in proportion to what is charged for.
void share_list_amount(const BillCharge& charge, std::vector<BillRow>& rows, std::size_t first) {
    std::vector<Int128> weights, parts(rows.size() - first, 0);
    for (std::size_t i = first; i < rows.size(); ++i)
        weights.push_back(charge.charge.atoms != 0 ? rows[i].item->atoms
                                                   : (rows[i].item->nano < 0 ? -rows[i].item->nano
                                                                             : rows[i].item->nano));
    if (!parts.empty()) add_shares(charge.charge.list_nano, weights, parts);
    for (std::size_t i = first; i < rows.size(); ++i)
        rows[i].list_nano =
            charge.charge.list_nano == charge.charge.nano ? rows[i].item->nano : parts[i - first];
}

}  // namespace

std::vector<BillRow> bill_rows(const Bill& bill) {
    const auto by_account = lines_by_account(bill);
    std::vector<BillRow> rows;
    rows.reserve(bill.items.size());
    for (const BillCharge& charge : bill.charges) {
        const std::size_t first = rows.size();
        const auto account = by_account.find(charge.charge.account);
        for (std::size_t i = 0; i < charge.item_count; ++i) {
            BillRow row = row_of(bill, charge, bill.items[charge.first_item + i]);
            if (!charge.charge.of_account) row.line = &bill.lines.at(charge.charge.line);
            const BillLine* told = row.line != nullptr           ? row.line
                                   : account != by_account.end() ? account->second
                                                                 : nullptr;
            if (told != nullptr) row.provider = told->provider, row.region = told->region;
            rows.push_back(std::move(row));
        }
        share_list_amount(charge, rows, first);
    }
    return rows;
}

std::string quantity_text(const Quantity& quantity, int places) {
    for (double size = quantity.to_double(); places > 0 && (size > 1e25 || size < -1e25);
         size /= 10)
        --places;
    return quantity.to_decimal(places).to_string();
}

std::string decimal_text(Int128 nano) { return Decimal(nano, Money::places).to_string(); }

std::string known_text(const Total& total) {
    const bool known = total.complete || !total.amount.is_zero();
    return known ? decimal_text(total.amount.nano()) : std::string{};
}

std::string date_text(std::chrono::year_month_day date) {
    return date.ok() ? format_date(date) : std::string{};
}

std::string csv_field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string csv_line(const std::vector<std::string>& fields) {
    std::string line;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) line += ',';
        line += csv_field(fields[i]);
    }
    return line + "\n";
}

}  // namespace reentry::report
