// A charge: one line of a provider's invoice, before it is shared out to those who caused it.
#pragma once

#include "models/money/decimal.hpp"
#include "models/tariff/usage_lines.hpp"

#include <cstdint>

namespace reentry {

enum class ChargeKind : std::uint8_t {
    band,        // a quantity at a band's price
    free,        // a quantity inside an allowance, or free by law
    cap,         // what a monthly cap takes off
    minimum,     // what lifts a month to its minimum
    unknown,     // a quantity whose price is not known: counts nothing, makes a bill incomplete
    surcharge,   // a percentage of the month's charges (support)
    commitment,  // the shortfall of a promised spend
    tax
};

struct Charge {
    LineId line = 0;  // for surcharge, commitment, tax and account minimum: none, see `account`
    std::uint16_t account = 0;
    std::uint16_t entry = 0;  // band; or number of the surcharge or commitment
    ChargeKind kind = ChargeKind::band;
    bool of_account = false;   // charged on the account's month, not on a line
    std::uint32_t period = 0;  // of account and month charges: the month's last period
    std::uint32_t month = 0;
    Int128 atoms = 0;  // quantity = atoms / unit
    Int128 unit = 1;
    Decimal list_price;    // per unit, before discounts and drift
    Decimal price;         // per unit, as charged
    Int128 list_nano = 0;  // 10^-9 of the tariff's currency
    Int128 nano = 0;
};

}  // namespace reentry
