// The catalogue that a price list makes of an older one: the same text, comments and all, but for
// the figures that the list states, their source, and the head.
//
// A figure that the list confirms is cited from the list too. What the list does not state, or what
// was refused, stays as it was with its old source and date.
#pragma once

#include "models/pricelist/comparison.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace reentry::pricelist {

struct DatedCatalogue {
    std::string id;  // "aws-eu-central-1-2026-11-21": also the name of its file
    std::string text;
    std::vector<std::string> left_out;  // addresses whose entries are no inline tables
};

// `text` is the file that `catalogue` was read from. `day` names the new one and dates figures of
// lists without a date of their own. Faults of the new text would be ours and are reported.
DatedCatalogue make_dated(const std::string& text, const ProviderFile& catalogue,
                          const PriceList& list, const std::vector<FigureChange>& changes,
                          std::chrono::year_month_day day, Diagnostics& diagnostics);

}  // namespace reentry::pricelist
