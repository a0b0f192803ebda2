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

// Whether a unit can measure what a meter meters: bytes or pieces, for a time or not.
bool measures(const PriceUnit& unit, Meter meter);

// Whether two units measure the same: pieces of one name, or of none, singular or plural.
bool measures_the_same(const PriceUnit& a, const PriceUnit& b);

// The unit in which a quantity without a price is told: GB-months and GB of the tariff, hours,
// pieces.
PriceUnit plain_unit(Meter meter, const Tariff& tariff);

// Atoms in one unit of a listed price.
Int128 unit_atoms(const PriceUnit& unit, const Tariff& tariff, const BillingMonth& month);

// Atoms in one unit of a part of an asset's cost, and the unit's name.
Int128 unit_atoms(const Asset& asset, Basis part, const BillingMonth& month);
std::string unit_text(const Asset& asset, Basis part);

}  // namespace reentry
