#include "models/pricelist/listed_price.hpp"

#include <iterator>
#include <utility>

namespace reentry::pricelist {

std::string_view vendor_name(Vendor vendor) {
    switch (vendor) {
        case Vendor::aws:
            return "aws";
        case Vendor::azure:
            return "azure";
        case Vendor::google:
            break;
    }
    return "google";
}

void add_unmapped(PriceList& list, Unmapped row) {
    ++list.unmapped_count;
    if (list.unmapped.size() < unmapped_kept) list.unmapped.push_back(std::move(row));
}

void merge(PriceList& list, PriceList other) {
    std::move(other.prices.begin(), other.prices.end(), std::back_inserter(list.prices));
    std::move(other.doubts.begin(), other.doubts.end(), std::back_inserter(list.doubts));
    const std::size_t counted = list.unmapped_count + other.unmapped_count;
    for (auto& row : other.unmapped) add_unmapped(list, std::move(row));
    list.unmapped_count = counted;
    list.other_rows += other.other_rows;
}

}  // namespace reentry::pricelist
