// What JSON and CSV offers of Amazon have in common: a product with its attributes, and its rates.
//
// Only products of the wanted region that a rule knows are kept, so that memory follows the
// catalogue and not the offer. A product whose usage type carries another region's prefix than its
// location is refused.
#pragma once

#include "models/pricelist/reading.hpp"

#include <map>
#include <string>
#include <unordered_map>

namespace reentry::pricelist {

// Attributes by JSON name: "usagetype", "fromLocation", "regionCode".
using AwsAttributes = std::map<std::string, std::string, std::less<>>;

struct AwsRate {
    std::string sku, term;  // term: "SKU.TERM" or the term's code
    std::string begin, end, unit;
    std::map<std::string, std::string> price;  // by currency
    std::string effective;
};

class AwsRows {
 public:
    AwsRows(const Wanted& wanted, PriceList& list) : wanted_(wanted), list_(list) {}

    // `offer` serves products without a service code.
    void add_product(const std::string& sku, const std::string& offer,
                     const AwsAttributes& product);
    // Rates of products that were not kept are passed over.
    void add_rate(const AwsRate& rate);
    bool keeps(const std::string& sku) const { return kept_.count(sku) > 0; }

    // Puts the bands in order and hands the prices over, all with this source.
    void finish(const std::string& source);

 private:
    struct Kept {
        ListedPrice price;
        std::string term;
    };
    bool of_region(const AwsAttributes& product) const;

    const Wanted& wanted_;
    PriceList& list_;
    std::unordered_map<std::string, Kept> kept_;
};

// Registers the source of a file and gives its id: "list-amazons3-2016-01-07".
std::string add_source(PriceList& list, ListSource source, const std::string& name);

}  // namespace reentry::pricelist
