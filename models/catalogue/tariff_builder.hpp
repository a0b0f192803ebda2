// Catalogue file -> tariff: prices become lines, rules of tiers become TierRules.
//
// The meter of a price is its key or what `for` lists; faults in that (no such meter, two lines for
// one meter) are collected as {address, found, expected}, for the reader to place. A tier that
// stands in for other classes is a resource under each of these names. Where it is the provider's
// only tier its prices are lines of the account, so that bands, allowances and minimums hold once;
// a tier among several can stand in only with flat prices.
#pragma once

#include "models/catalogue/provider_file.hpp"
#include "models/diagnostic.hpp"
#include "models/files/reader.hpp"

#include <string>
#include <vector>

namespace reentry {

// A fault that only shows when prices are put together, at an exact address of the file.
struct PriceFault {
    std::string address;  // "tier.cold.price.class-a"
    std::string found;
    std::string expected;
    std::string hint;
};

// Reports the faults at the places of their addresses.
void add_price_faults(const std::vector<PriceFault>& faults, const files::Document& document,
                      const files::Origins& origins, Diagnostics& diagnostics);

Tariff build_tariff(const ProviderFile& file, std::vector<PriceFault>& faults);

// The lines of one price table; `option` is the default option of all of them ("expedited").
std::vector<PriceLine> price_lines(const PriceEntries& entries, const std::string& option,
                                   const Tariff& tariff, const SourceDocuments& sources,
                                   const std::string& address, std::vector<PriceFault>& faults);

}  // namespace reentry
