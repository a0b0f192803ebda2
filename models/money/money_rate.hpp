// Money per time or per size, as scenarios state it: "12000 EUR/h" of outage, "0.0245 USD/GB" of
// data.
#pragma once

#include "models/money/money.hpp"
#include "models/units/bytes.hpp"

#include <string_view>

namespace reentry {

// Exactly one of `time` and `bytes` is above zero.
struct MoneyRate {
    Decimal amount;
    Currency currency;
    sim::Duration time{};  // "12000 EUR/h": one hour
    Bytes bytes{};         // "0.0245 USD/GB": 10^9 bytes
    friend bool operator==(const MoneyRate&, const MoneyRate&) = default;
};

// Not negative; the unit is one of time (no month) or of size.
Parsed<MoneyRate> parse_money_rate(std::string_view text);

// As parse_money_rate, but refuses the other dimension.
Parsed<MoneyRate> parse_money_per_time(std::string_view text);
Parsed<MoneyRate> parse_money_per_size(std::string_view text);

// What a time or a size costs at this rate, rounded once. A broken contract for the other
// dimension.
Money amount(sim::Duration time, const MoneyRate& rate);
Money amount(Bytes bytes, const MoneyRate& rate);

}  // namespace reentry
