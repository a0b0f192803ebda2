// A bill: charges as the providers would invoice them, and the share of each that every cause has.
//
// Invariants: the shares (items) of a charge add up to it exactly, in quantity where it has one and
// in money, in the tariff's currency and in the reporting currency. Amounts are exact to 10^-9 of
// the currency, rounded once per charge; lines are rounded to cents only for display, so a column
// of displayed amounts may differ by cents from the displayed sum. A charge whose price is unknown
// adds nothing and makes the bill incomplete: amounts and sums are Totals that say so.
#pragma once

#include "models/money/total.hpp"
#include "models/tariff/charge.hpp"
#include "models/tariff/provenance.hpp"
#include "models/tariff/usage.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reentry {

// What the charges of one line have in common, in words.
struct BillLine {
    std::string tariff;  // id
    std::string provider;
    std::string region;
    std::string resource;  // class: "cold"
    std::string title;     // the provider's name for it
    std::string name;      // of the price line, or "early deletion", "capital" ...
    std::string unit;      // "GB-month"
    std::string instance;
    Basis basis = Basis::listed;
    Currency currency;
    std::int64_t unit_size = 1;  // bytes or pieces in one unit
    Per unit_per = Per::once;
};

struct BillCharge {
    Charge charge;
    Currency currency;    // of charge.nano
    Int128 reported = 0;  // 10^-9 of the reporting currency; 0 when not converted
    // False: charge.nano lacks what has no known price; all of it, or (support, tax) a part of what
    // it is charged on.
    bool whole = true;
    bool converted = true;  // false: no exchange rate holds for it
    Provenance provenance;
    std::string note;               // "price unknown: ...", "cap", the name of a surcharge
    std::string band;               // "51200 to 512000"; empty: all of it
    std::string formula;            // how the unit price comes about, where it is worked out
    std::optional<PriceUnit> unit;  // of the list in force, where lists follow each other
    std::size_t first_item = 0, item_count = 0;
};

// A cause's share of a charge.
struct BillItem {
    std::uint32_t charge = 0;
    std::uint32_t row = 0;  // index in Bill::rows
    Int128 atoms = 0;
    Int128 nano = 0;
    Int128 reported = 0;
};

// By what a bill can be added up.
enum class BillKey : std::uint8_t {
    month,
    role,
    resource,
    line,
    meter,
    option,
    workload,
    copy,
    state,
    provider,
    kind
};

class Bill {
 public:
    Currency currency;  // the reporting currency
    BillingCalendar calendar;
    std::vector<std::string> names;  // what rows refer to
    std::vector<std::string> roles;  // by UsageRow::binding
    std::vector<UsageRow> rows;
    std::map<LineId, BillLine> lines;
    std::vector<BillCharge> charges;         // in order of account, line, month
    std::vector<BillItem> items;             // in order of charge
    std::vector<std::string> missing_rates;  // exchange rates that the bill needed and had not

    Money total() const;  // in the reporting currency, of what is known; see complete()
    // Totals in each tariff's own currency.
    std::map<Currency, Money> totals_by_currency() const;
    // Totals by a key's text, in the reporting currency; keys without charges are absent.
    std::map<std::string, Total> total_by(BillKey key) const;
    // The total of one state.
    Money total_of(State state) const;

    // No unknown price, no missing exchange rate.
    bool complete() const;
    // The charges whose price is unknown.
    std::vector<const BillCharge*> unknown() const;

    std::string key_text(const BillItem& item, BillKey key) const;
    Money money(const BillItem& item) const;     // in the tariff's currency, of what is known
    Money reported(const BillItem& item) const;  // in the reporting currency, of what is known
    Total listed_total(const BillCharge& charge) const;    // in the tariff's currency
    Total reported_total(const BillCharge& charge) const;  // in the reporting currency
    Total listed_total(const BillItem& item) const;
    Total reported_total(const BillItem& item) const;
    Quantity quantity(const BillItem& item) const;
    Quantity quantity(const BillCharge& charge) const;
    std::string line_name(const BillCharge& charge) const;  // "S3 Standard: storage"
    std::string unit(const BillCharge& charge) const;
};

std::string_view state_name(State state);  // "running"
bool state_from_name(std::string_view name, State& state);
std::string_view charge_kind_name(ChargeKind kind);     // "band"
std::string month_text(std::chrono::year_month month);  // "2027-01"

}  // namespace reentry
