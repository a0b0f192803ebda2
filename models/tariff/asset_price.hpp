// What a piece of equipment costs per unit of a part of its cost.
//
//   capital, amortised  price / life                        per calendar month
//   capital, cash       price                               per purchase
//   support             price * percent / 100 / 12          per calendar month
//   power               W / 1000 * PUE * price per kWh      per hour
//   floor               rack units * price per year / 12    per calendar month
//   people              full-time equivalents * price / 12  per calendar month
#pragma once

#include "models/money/decimal.hpp"
#include "models/tariff/tariff.hpp"
#include "models/tariff/usage_lines.hpp"

#include <string>

namespace reentry {

// price / over per unit; `absent` not empty: unknown, and why.
struct AssetPrice {
    Decimal price;
    std::int64_t over = 1;
    std::string absent;
    Provenance provenance;  // of the figure that matters most
};

AssetPrice asset_price(const Asset& asset, Basis part, const RunningCosts& running);

}  // namespace reentry
