// One price of a catalogue file, as the provider prints it:
//
//     put = { price = "0.0054", per = "1000 requests", source = "feed", date = 2026-08-07,
//             confidence = "feed" }
//     storage = { bands = [{ up_to = "51200", price = "0.0245" }, { price = "0.0235" }],
//                 per = "GB-month", ... }
//     retrieved-bytes = { absent = "not found" }
//
// The key is the meter that it prices (meter_name()), or any name when `for` lists the meters that
// the provider bills as one. Borders, allowances and rounding are in the unit after `per`. Prices
// that hold from another date stand in [[....change]] tables under the entry.
#pragma once

#include "models/catalogue/citation.hpp"
#include "models/files/fields.hpp"
#include "models/ledger/ledger.hpp"
#include "models/money/decimal.hpp"
#include "models/tariff/price.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reentry {

std::span<const files::Choice<Meter>> choices(Meter);
std::span<const files::Choice<Scope>> choices(Scope);
std::span<const files::Choice<Banding>> choices(Banding);

// A unit that parse_price_unit() understands, "GB-month".
struct PriceUnitText {
    std::string text = "each";
};

struct BandEntry {
    std::optional<Decimal> up_to;  // none: without upper border
    std::optional<Decimal> price;  // none: to be asked for
};

// The figures that hold from one date to another.
struct PriceFigures {
    std::optional<std::chrono::year_month_day> from;
    std::optional<std::chrono::year_month_day> until;
    std::optional<Decimal> price;
    std::vector<BandEntry> bands;
    Banding banding = Banding::graduated;
    Decimal free;
    Decimal free_per_stored;
    std::optional<Decimal> minimum;
    std::optional<Decimal> minimum_quantity;
    std::optional<Decimal> cap;
    Citation citation;
};

struct PriceEntry {
    PriceFigures figures;
    std::vector<PriceFigures> changes;
    PriceUnitText per;
    std::vector<Meter> meters;
    std::string option;
    std::optional<Decimal> round_up;
    Scope scope = Scope::account;
    std::vector<std::string> free_stored_in;
    sim::Duration hold_step{};
    sim::Duration hold_minimum{};
    sim::Duration hold_free{};
    bool whole_units = false;
};

// A [....price] table: entries by name, in the order of their names.
using PriceEntries = std::map<std::string, PriceEntry>;

void describe(Fields& fields, BandEntry& band);
void describe(Fields& fields, PriceFigures& figures);
void describe(Fields& fields, PriceEntry& entry);

// [KEY.NAME] tables of prices.
void describe_prices(Fields& fields, PriceEntries& prices);

}  // namespace reentry

namespace reentry::files {
template <>
struct Codec<PriceUnitText> {
    static Shape shape();
    static void read(const Node& node, PriceUnitText& to, Reading& reading);
    static std::string write(const PriceUnitText& value);
};
}  // namespace reentry::files
