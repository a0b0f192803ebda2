// A price list alone: what a bill needs, without the figures that only a simulation asks for.
//
// It uses the same price tables and rules as the catalogue of a provider, in [[resource]] tables
// that are named like the resources of usage files. Where a figure comes from can be said once for
// the file: `source`, `date` and `confidence` at the top stand for every figure without its own.
#pragma once

#include "models/catalogue/provider_file.hpp"
#include "models/diagnostic.hpp"

#include <filesystem>

namespace reentry {

struct ResourceEntry {
    std::string id;     // "cold", "internet": what stands after the role in a usage file
    std::string title;  // the provider's own name
    RulesEntry rules;
    PriceEntries prices;
};

struct PriceFile : PriceListTerms {
    std::string id, provider, region;
    PriceEntries prices;  // of what no resource prices
    std::optional<Decimal> minimum_per_month;
    std::vector<ResourceEntry> resources;
    std::optional<ExitEntry> exit;
};

void describe(Fields& fields, ResourceEntry& resource);
void describe(Fields& fields, PriceFile& file);

// Whether a tree is a price list alone rather than a provider's or an equipment's catalogue.
bool is_price_file(const files::Node& root);

// The tariff of a document; all faults are in `diagnostics`.
Tariff read_price_file(files::Document document, Diagnostics& diagnostics);

// The tariff of a file that is a price list alone or a catalogue of a provider or of equipment.
Tariff read_tariff(const std::filesystem::path& path, Diagnostics& diagnostics);

}  // namespace reentry
