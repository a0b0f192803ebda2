// The unit of a usage line in atoms: quantity in the provider's units = atoms / unit.
#pragma once

#include "models/money/int128.hpp"
#include "models/tariff/billing_calendar.hpp"
#include "models/tariff/usage_lines.hpp"

#include <string>

namespace reentry {

// The length of the time in a price unit, in a month: hours and days are fixed, months are the
// tariff's or the calendar's, a year is twelve calendar months. One nanosecond for Per::once.
sim::Duration length_of(Per per, const Tariff& tariff, const BillingMonth& month);

// The unit in which a quantity without a price is told: GB-months and GB of the tariff, hours,
// pieces.
PriceUnit plain_unit(Meter meter, const Tariff& tariff);

// Atoms in one unit of a listed price.
Int128 unit_atoms(const PriceUnit& unit, const Tariff& tariff, const BillingMonth& month);

// Atoms in one unit of a part of an asset's cost, and the unit's name.
Int128 unit_atoms(const Asset& asset, Basis part, const BillingMonth& month);
std::string unit_text(const Asset& asset, Basis part);

}  // namespace reentry
