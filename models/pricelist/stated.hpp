// Bands of a list and figures of a catalogue in the same form.
#pragma once

#include "models/pricelist/comparison.hpp"
#include "models/pricelist/units.hpp"

namespace reentry::pricelist {

// A first band of price zero before others becomes units free per month, and the borders count
// from there, as the biller takes them off first.
Stated state(const std::vector<ListedBand>& bands, const Conversion& conversion);

// The figures of an entry that is not absent.
Stated state(const PriceFigures& figures);

}  // namespace reentry::pricelist
