// One price as a provider's own machine-readable list states it: the neutral table to which every
// format is turned before anything is compared with a catalogue.
//
// Numbers come from the digits of the file straight into decimals, never through binary floating
// point. Bands are in rising order of their lower borders and begin at 0; `fault` says why a price
// cannot be used, and then it must not be.
#pragma once

#include "models/diagnostic.hpp"
#include "models/money/decimal.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace reentry::pricelist {

enum class Vendor : std::uint8_t { aws, azure, google };

std::string_view vendor_name(Vendor vendor);  // "aws"

// What a price is for, in the words of the list.
struct MeterKey {
    std::string service;  // service code, serviceName, id of the service
    std::string product;  // volume type or port speed, productName, resource group
    std::string meter;    // usage type without region, meterName, description
    std::string variant;  // operation, skuName, nothing
};

struct ListedBand {
    Decimal from;               // lower border in units of the price
    std::optional<Decimal> to;  // upper border where the list states one; none: open or not stated
    Decimal price;              // per unit
    friend bool operator==(const ListedBand&, const ListedBand&) = default;
};

struct ListedPrice {
    std::string sku;
    MeterKey key;
    std::string region;
    std::string unit;      // as in the list: "GB-Mo", "10K", "GiBy.h"
    std::string currency;  // ISO 4217
    std::vector<ListedBand> bands;
    std::optional<std::chrono::year_month_day> effective;
    bool primary = true;  // false: a repetition of a meter under another product (Azure)
    std::string source;   // key of PriceList::sources
    std::string fault;    // why it cannot be used; empty when it can
};

// A file that was read, or the pages of one list together.
struct ListSource {
    std::string file;
    std::string title;
    std::string url;
    std::optional<std::chrono::year_month_day> date;  // of publication, where the list says so
};

// Rows of the region that no rule turns into a figure of a catalogue.
struct Unmapped {
    std::string sku, what, why;
};

struct PriceList {
    Vendor vendor = Vendor::aws;
    std::string region;
    std::vector<ListedPrice> prices;
    std::map<std::string, ListSource> sources;  // by id
    std::vector<Unmapped> unmapped;             // the first of each file
    std::size_t unmapped_count = 0;
    std::size_t other_rows = 0;       // of other regions, reservations, test prices
    std::vector<std::string> doubts;  // why the list may not be complete
};

// How many rows without a rule are kept by name; the others are only counted.
inline constexpr std::size_t unmapped_kept = 500;

void add_unmapped(PriceList& list, Unmapped row);

// Adds prices, rows without rule, counts and doubts; not the sources.
void merge(PriceList& list, PriceList other);

}  // namespace reentry::pricelist
