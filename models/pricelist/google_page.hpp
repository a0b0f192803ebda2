// Pages of the Google Cloud Billing Catalog: `GET /v1/services/{id}/skus`.
//
// A price is units (whole, in a text) and nanos (billionths, a number): 0 and 12000000 are 0.012.
// Usage below the first start is free. displayQuantity has no effect on a price. The unit is read,
// never assumed, and checked against the factor to the base unit. Source: Cloud Billing
// documentation, "Get Google Cloud pricing information", and captures of 2018 to 2025.
#pragma once

#include "models/pricelist/reading.hpp"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace reentry::pricelist {

// One entry of pricingInfo.
struct GooglePricing {
    std::string effective, unit, factor;
    struct Rate {
        std::string start, currency, units, nanos;
    };
    std::vector<Rate> rates;
};

struct GoogleSku {
    std::string id, name, description, family, group, usage;
    std::vector<std::string> regions;
    std::vector<GooglePricing> pricing;
};

class GooglePages {
 public:
    GooglePages(const Wanted& wanted, PriceList& list) : wanted_(wanted), list_(list) {}

    // With errors nothing of the page is used.
    void read(std::istream& in, const std::string& file, Diagnostics& diagnostics);
    void finish();

 private:
    void take(const GoogleSku& sku);

    const Wanted& wanted_;
    PriceList& list_;
    std::vector<ListedPrice> prices_;
    std::vector<std::string> files_;
    std::size_t following_ = 0, last_ = 0;
};

// The token of the next page; nothing after the last one or in what is no page.
std::optional<std::string> google_next_page(std::istream& in);

}  // namespace reentry::pricelist
