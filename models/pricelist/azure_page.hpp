// Pages of the Azure Retail Prices API.
//
// A meter has a row for each band, in any order and spread over pages, and may be repeated under
// other products; reservations and test prices share its names and are passed over by their type.
// Source: Microsoft Learn, Azure Retail Prices REST API, and pages of April 2022.
#pragma once

#include "models/pricelist/reading.hpp"

#include <istream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace reentry::pricelist {

class AzurePages {
 public:
    AzurePages(const Wanted& wanted, PriceList& list) : wanted_(wanted), list_(list) {}

    // With errors nothing of the page is used.
    void read(std::istream& in, const std::string& file, Diagnostics& diagnostics);

    // Puts the bands of all pages together and says what pages seem to be missing.
    void finish();

    // One row as it stands.
    struct Row {
        std::map<std::string, std::string, std::less<>> text;  // all scalar fields
        std::string field(std::string_view name) const;
    };

 private:
    void take(const Row& row);
    void follow(const std::string& file, const std::string& next, std::size_t rows);
    void find_gaps();

    const Wanted& wanted_;
    PriceList& list_;
    std::map<std::string, ListedPrice> prices_;    // by meter, product, sku and kind of row
    std::map<std::string, std::set<long>> skips_;  // by query, where the following pages begin
    std::set<std::string> unmapped_;
    std::vector<std::string> files_;
    std::size_t last_pages_ = 0;
};

// Where the next page is; nothing after the last one or in what is no page.
std::optional<std::string> azure_next_page(std::istream& in);

}  // namespace reentry::pricelist
