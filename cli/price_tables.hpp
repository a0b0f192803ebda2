// A price list against a catalogue, as report.
#pragma once

#include "models/pricelist/comparison.hpp"
#include "report/tree.hpp"

#include <vector>

namespace reentry::cli {

// What changed first, then what was refused, what the list does not have, and, when `all` is set,
// what is the same and which rows of the list no figure is known for.
report::Document price_document(const ProviderFile& catalogue, const pricelist::PriceList& list,
                                const std::vector<pricelist::FigureChange>& changes, bool all);

}  // namespace reentry::cli
