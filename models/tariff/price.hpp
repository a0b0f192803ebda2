// A price line: what one unit of one metered thing costs, in bands, with allowance, cap and
// minimum, from one date to another.
//
// Quantities in a price (borders, allowances) are in the line's own unit, as the provider prints
// them. Bands are defined by their upper borders, in rising order; the last one has none. A price
// that is not known is absent with a reason: whatever needs it becomes a visible "price unknown"
// line and marks the bill incomplete. It never counts as zero.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/money/decimal.hpp"
#include "models/tariff/provenance.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace reentry {

// The time in a unit. `month` is the tariff's own month (calendar or a fixed number of hours),
// `calendar_month` always the real one, `year` twelve calendar months.
enum class Per : std::uint8_t { once, hour, day, month, calendar_month, year };

// One unit of a price: `size` bytes or pieces, per time where things are held.
// "GB-month": {10^9 or 2^30, month}; "1000 requests": {1000, once}; "hour": {1, hour}.
struct PriceUnit {
    std::string text = "each";
    std::int64_t size = 1;
    Per per = Per::once;
    bool bytes = false;  // of bytes, else of pieces
    std::string thing;   // of pieces: "requests"; empty: any
};

struct Band {
    std::optional<Decimal> up_to;  // upper border in units; none in the last band
    std::optional<Decimal> price;  // per unit; none: unknown ("ask the provider")
};

enum class Banding : std::uint8_t {
    graduated,  // each band's price holds for the part of the quantity inside it
    volume      // the price of the band that the whole quantity reaches holds for all of it
};

// The figures of a price line in force from `valid_from` (inclusive) to `valid_until` (exclusive).
struct Price {
    std::optional<std::chrono::year_month_day> valid_from;   // none: since ever
    std::optional<std::chrono::year_month_day> valid_until;  // none: until further notice
    std::vector<Band> bands;
    Banding banding = Banding::graduated;
    Decimal free;                             // units free per month, taken off before the bands
    Decimal free_per_stored;                  // units free per stored GB-month of `free_stored_in`
    std::optional<Decimal> minimum;           // amount per month at least, once anything is used
    std::optional<Decimal> minimum_quantity;  // units billed per month at least, once anything is
    std::optional<Decimal> cap;               // amount per month at most
    std::string absent;                       // not empty: the price is unknown, and why
    Provenance provenance;
};

// Over what quantities add up before bands, allowances, caps and minimums apply.
enum class Scope : std::uint8_t {
    account,  // all of the tariff: every instance and every role bound to it
    instance  // each "#instance" of a resource by itself (a gateway, a line)
};

// How long a held thing is billed for.
struct HoldRule {
    std::chrono::seconds step{0};     // each holding is rounded up to a multiple of this; 0: exact
    std::chrono::seconds minimum{0};  // and lasts at least this long
    std::chrono::seconds free{0};     // the first part of each holding is free (included days)
    bool whole = false;  // whole units of the line, each billed where it begins (a month bought)
};

// One line of a price list and the metered things that it serves.
struct PriceLine {
    std::string name;           // unique in its resource; empty: the first meter's name
    std::vector<Meter> meters;  // several where a provider bills them as one ("class A")
    std::string option;         // "expedited", "10G"; "*": any option
    PriceUnit unit;
    std::optional<Decimal> round_up;  // the month's quantity is rounded up to multiples of this
    Scope scope = Scope::account;
    HoldRule hold;
    std::vector<std::string> free_stored_in;  // resources that free_per_stored counts; none: all
    std::vector<Price> prices;                // by date; at most one is in force on any day
};

}  // namespace reentry
