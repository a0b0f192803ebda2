// Numbers and dates of price lists, and bands put in order.
#pragma once

#include "models/pricelist/listed_price.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reentry::pricelist {

// Digits, a point, an exponent; nothing else; nothing negative, above 10^12 or with more
// than 15 places.
std::optional<Decimal> parse_amount(std::string_view text);

// "2016-01-07T02:15:38Z", "2025-04-01", "01/03/2018" (month first).
std::optional<std::chrono::year_month_day> parse_list_date(std::string_view text);

// Sorts the bands and says what is wrong with them; empty when they cover everything from 0 on
// without gap or overlap. Equal repetitions are dropped. Where the list states no upper borders a
// band ends at the beginning of the next.
std::string order_bands(std::vector<ListedBand>& bands);

}  // namespace reentry::pricelist
