// Catalogue file -> tariff: prices become lines, rules of tiers become TierRules.
//
// The meter of a price is its key or what `for` lists; faults in that (no such meter, two lines for
// one meter) are collected with their addresses, for the reader to place. Resources are named by
// the ids of tiers and connections; a tier that stands in for another class is named by its own id
// in ledgers too, so that bands and allowances hold once. What has no price of its own in a tier or
// connection is looked for in the account, the resource "".
#pragma once

#include "models/catalogue/price_file.hpp"
#include "models/diagnostic.hpp"
#include "models/files/address.hpp"
#include "models/files/reader.hpp"

#include <string>
#include <vector>

namespace reentry {

// A fault that only shows when prices are put together.
struct PriceFault {
    files::Address address;  // of the price
    std::string found;
    std::string expected;
    std::string hint;
};

// Reports the faults at the places of their addresses.
void add_price_faults(const std::vector<PriceFault>& faults, const files::Document& document,
                      const files::Origins& origins, Diagnostics& diagnostics);

Tariff build_tariff(const ProviderFile& file, std::vector<PriceFault>& faults);
Tariff build_tariff(const PriceFile& file, std::vector<PriceFault>& faults);

// The lines of the price table at `address`; `option` is the default option of all of them
// ("expedited").
std::vector<PriceLine> price_lines(const PriceEntries& entries, const std::string& option,
                                   const Tariff& tariff, const SourceDocuments& sources,
                                   const files::Address& address, std::vector<PriceFault>& faults);

}  // namespace reentry
