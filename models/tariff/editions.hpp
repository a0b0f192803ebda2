// Several editions of one price list as one tariff: on each day the newest edition that is not
// younger holds.
//
// Lines belong together by resource, name and option. What is no price (rules of tiers, gigabyte,
// month, surcharges) is the oldest edition's. A line that an edition lacks, or states in another
// unit, has no price from that edition on, with the reason.
#pragma once

#include "models/tariff/tariff.hpp"

#include <span>

namespace reentry {

// `later` in rising order of their dates, all in the currency of `first`.
Tariff by_date(const Tariff& first, std::span<const Tariff* const> later);

}  // namespace reentry
