// Several editions of one price list as one tariff: on each day the newest edition that is not
// younger holds.
//
// Lines belong together by resource, name and option. A line that an edition lacks, or states in a
// unit that measures another thing, has no price from that edition on, with the reason. What is no
// price is taken from the edition in force too: gigabyte, month, units, holding and rounding on the
// day; rules of tiers on each day of storage, the minimum duration on the day on which an object
// goes; support and the account's minimum on the last day of a month; terms of leaving on the day
// of leaving. Only how lines add up (scope, the tiers that an allowance counts) stays the oldest's.
#pragma once

#include "models/tariff/tariff.hpp"

#include <span>

namespace reentry {

// `later` in rising order of their dates, all in the currency of `first`.
Tariff by_date(const Tariff& first, std::span<const Tariff* const> later);

// The line of an edition that belongs together with a line of a resource; null when it has none.
const PriceLine* line_like(const Tariff& edition, const Resource& resource, const PriceLine& line);

}  // namespace reentry
