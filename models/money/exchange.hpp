// Dated exchange rates. A conversion uses the newest rate that is not younger than its day,
// directly or inverted, never through a third currency; what is missing is an empty result, never a
// guess.
#pragma once

#include "models/money/money.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace reentry {

// One `from` is worth `rate` `to` as of a day.
struct ExchangeRate {
    Currency from;
    Currency to;
    std::chrono::year_month_day as_of;
    Decimal rate;  // above zero
    std::string source;
};

class ExchangeRates {
 public:
    // A second rate of the same pair and day replaces the first.
    void add(ExchangeRate rate);

    // The rate that holds for the pair on a day, in either direction; null when none does. Of two
    // directions of the same age the direct one.
    const ExchangeRate* find(Currency from, Currency to, std::chrono::year_month_day day) const;

    // Rounded once. The same money when the currency is `to` already; nothing when no rate holds.
    std::optional<Money> convert(const Money& money, Currency to,
                                 std::chrono::year_month_day day) const;

 private:
    const ExchangeRate* find_direct(Currency from, Currency to,
                                    std::chrono::year_month_day day) const;

    std::map<std::pair<Currency, Currency>, std::map<std::chrono::sys_days, ExchangeRate>> rates_;
};

}  // namespace reentry
