// Units of the three lists, and prices carried from a list's unit to that of a catalogue's entry.
//
// What is converted is exact (1 request to 1000 requests, an hour to a month of fixed length);
// anything else is a mismatch and stays one: bytes against pieces, GB against GiB, a flow against
// something held.
#pragma once

#include "models/pricelist/listed_price.hpp"
#include "models/tariff/price.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reentry::pricelist {

// What a rule expects a price to be for.
enum class Kind : std::uint8_t { bytes, byte_months, requests, object_months, hours, months };

std::string_view kind_text(Kind kind);  // "bytes held for a month"

// One unit of a list: `size` bytes or pieces; `hours` of the time in it, 0 for none and -1 for a
// month of the tariff.
struct ListUnit {
    bool bytes = false;
    std::int64_t size = 1;
    int hours = 0;
};

inline constexpr int a_month = -1;

// Nothing for a unit that is not known or is none of the kind.
std::optional<ListUnit> list_unit(Vendor vendor, std::string_view text, Kind kind);

// By what amounts in the list's unit and prices per it are multiplied.
struct Conversion {
    // price * times / over, borders * over / times
    std::int64_t price_times = 1, price_over = 1;
    std::string mismatch;  // not empty: cannot be converted, and why
};

// `month_hours`: 0 for calendar months.
Conversion convert(const ListUnit& from, const PriceUnit& to, std::int64_t month_hours);

// value * times / over; rounded to 12 places, halves away from zero, where it does not come out
// even.
Decimal scaled(const Decimal& value, std::int64_t times, std::int64_t over);

}  // namespace reentry::pricelist
