// Simulated rows and prices make a comparison. A change of prices needs only this step again.
#pragma once

#include "models/tariff/bill.hpp"
#include "study/comparison.hpp"
#include "study/simulate.hpp"

namespace reentry::study {

Comparison compare(const Simulated& simulated, const Catalogue& catalogue,
                   const PriceFactors& factors = {});

// The bill of one row's operation over the horizon, to be opened line by line.
Bill bill_of(const Simulated& simulated, std::size_t row, const Catalogue& catalogue,
             const PriceFactors& factors = {});

}  // namespace reentry::study
