// A price list against a catalogue: for every price of the catalogue what the list says of it.
//
// Nothing is taken that is not certain: a fault of the row, rows that disagree, another unit or
// currency, fewer bands than the catalogue has, or a price of zero where there was one refuse the
// figure, and say so. What is taken is exact.
#pragma once

#include "models/catalogue/provider_file.hpp"
#include "models/pricelist/reading.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reentry::pricelist {

enum class Verdict : std::uint8_t {
    changed,    // the list has another figure
    added,      // the catalogue did not know it
    unchanged,  // the list confirms it
    refused,    // the list has it, but it cannot be used
    not_listed  // the catalogue has it, the list does not
};

std::string_view verdict_name(Verdict verdict);  // "not in the list"

// What the list states for an entry, in the entry's own unit.
struct Stated {
    std::vector<BandEntry> bands;  // the last without border
    Decimal free;                  // units free per month
    friend bool operator==(const Stated& a, const Stated& b);
};

struct FigureChange {
    std::string address;  // "tier.cold.price.put"
    Verdict verdict = Verdict::not_listed;
    std::string unit;              // of the entry
    std::optional<Stated> before;  // none: absent in the catalogue
    std::optional<Stated> after;   // of taken figures
    std::optional<std::chrono::year_month_day> before_date;
    std::string sku, meter, source;  // of the list
    std::string why;                 // of refused and missing ones
    bool older = false;              // the list is older than the figure
    std::string remark;              // what a reader should look at: a large step, an older list

    bool taken() const {
        return verdict == Verdict::changed || verdict == Verdict::added ||
               verdict == Verdict::unchanged;
    }
    // Of the first band; nothing where there is none to compare.
    std::optional<double> percent() const;
};

// "0.0054", "0.0245 up to 51200, 0.0235 above; 100 free".
std::string to_string(const Stated& stated);

// In the order of the catalogue.
std::vector<FigureChange> compare(const ProviderFile& catalogue, const PriceList& list,
                                  const std::vector<Rule>& rules);

// All prices of a catalogue by address, in the order of the file.
struct AddressedPrice {
    std::string address;
    const PriceEntry* entry = nullptr;
};
std::vector<AddressedPrice> addressed_prices(const ProviderFile& catalogue);

}  // namespace reentry::pricelist
