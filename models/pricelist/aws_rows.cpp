#include "models/pricelist/aws_rows.hpp"

#include "models/pricelist/amounts.hpp"
#include "models/pricelist/aws_regions.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace reentry::pricelist {
namespace {

const std::string& attribute(const AwsAttributes& product, std::string_view name) {
    static const std::string none;
    const auto found = product.find(name);
    return found == product.end() ? none : found->second;
}

// The code where the list states it (since about 2021), else by the name of the location.
std::string region_of(const AwsAttributes& product, const char* code, const char* location) {
    if (const auto& stated = attribute(product, code); !stated.empty()) return stated;
    return std::string(aws_region_of_location(attribute(product, location)));
}

// Local zones, outposts and edge sites have prices of their own.
bool in_whole_region(const AwsAttributes& product) {
    const auto& type = attribute(product, "locationType");
    return type.empty() || type == "AWS Region";
}

// What tells rows of one usage type apart: the far end of a transfer, the speed of a port, the
// volume type.
std::string product_of(const AwsAttributes& product, const std::string& region) {
    if (product.count("transferType") > 0 && !attribute(product, "transferType").empty()) {
        const bool out = region_of(product, "fromRegionCode", "fromLocation") == region;
        return attribute(product, out ? "toLocation" : "fromLocation");
    }
    if (const auto& speed = attribute(product, "capacity"); !speed.empty())
        return speed + ' ' + attribute(product, "connectionType");
    return attribute(product, "volumeType");
}

std::string described(const MeterKey& key) {
    std::string text = key.service + ' ' + key.meter;
    for (const auto& part : {key.product, key.variant})
        if (!part.empty()) text += ", " + part;
    return text;
}

void fail(ListedPrice& price, std::string why) {
    if (price.fault.empty()) price.fault = std::move(why);
}

std::string currencies(const std::map<std::string, std::string>& prices) {
    std::vector<std::string> names;
    for (const auto& [currency, amount] : prices) names.push_back(currency);
    return names.empty() ? "no currency" : listed(names, "and");
}

}  // namespace

bool AwsRows::of_region(const AwsAttributes& product) const {
    const auto here = [&](const char* code, const char* location) {
        return region_of(product, code, location) == wanted_.region;
    };
    if (here("regionCode", "location")) return in_whole_region(product);
    return here("fromRegionCode", "fromLocation") || here("toRegionCode", "toLocation");
}

void AwsRows::add_product(const std::string& sku, const std::string& offer,
                          const AwsAttributes& product) {
    if (!of_region(product)) {
        ++list_.other_rows;
        return;
    }
    const auto& service = attribute(product, "servicecode");
    const auto& usage = attribute(product, "usagetype");
    MeterKey key{service.empty() ? offer : service, product_of(product, wanted_.region), usage,
                 attribute(product, "operation")};
    // Ports carry the code of the building, not of the region.
    const bool port = key.service == "AWSDirectConnect";
    const auto meter = port ? std::optional(usage) : without_region(usage, wanted_.region);
    if (!meter) {
        add_unmapped(list_, {sku, described(key),
                             "its usage type names another region than its "
                             "location"});
        return;
    }
    key.meter = *meter;
    if (find_rule(wanted_.rules, key) == nullptr) {
        add_unmapped(list_, {sku, described(key), "no figure of a catalogue is known for it"});
        return;
    }
    Kept kept;
    kept.price.sku = sku;
    kept.price.key = std::move(key);
    kept.price.region = wanted_.region;
    const auto [place, fresh] = kept_.try_emplace(sku, std::move(kept));
    if (!fresh) fail(place->second.price, "its product stands twice in the list");
}

void AwsRows::add_rate(const AwsRate& rate) {
    const auto found = kept_.find(rate.sku);
    if (found == kept_.end()) return;
    ListedPrice& price = found->second.price;
    if (!found->second.term.empty() && found->second.term != rate.term)
        return fail(price, "it has more than one on-demand term");
    found->second.term = rate.term;
    if (!price.unit.empty() && lower(price.unit) != lower(rate.unit))
        return fail(price, fmt::format("its bands are in {} and {}", price.unit, rate.unit));
    price.unit = rate.unit;
    price.currency = wanted_.currency;
    price.effective = parse_list_date(rate.effective);
    const auto amount = rate.price.find(wanted_.currency);
    if (amount == rate.price.end())
        return fail(price, fmt::format("its price is in {}, the catalogue is in {}",
                                       currencies(rate.price), wanted_.currency));
    const auto value = parse_amount(amount->second);
    const auto begin = parse_amount(rate.begin);
    const auto end = parse_amount(rate.end);
    if (!value || !begin || (!end && rate.end != "Inf"))
        return fail(price,
                    fmt::format("no price and range that can be read: {} from {} to {}",
                                quoted(amount->second), quoted(rate.begin), quoted(rate.end)));
    price.bands.push_back({*begin, end, *value});
}

void AwsRows::finish(const std::string& source) {
    std::vector<ListedPrice> prices;
    for (auto& [sku, kept] : kept_) {
        kept.price.source = source;
        const std::string fault = order_bands(kept.price.bands);
        fail(kept.price, fault);
        prices.push_back(std::move(kept.price));
    }
    kept_.clear();
    std::sort(prices.begin(), prices.end(),
              [](const ListedPrice& a, const ListedPrice& b) { return a.sku < b.sku; });
    std::move(prices.begin(), prices.end(), std::back_inserter(list_.prices));
}

std::string add_source(PriceList& list, ListSource source, const std::string& name) {
    std::string id = "list-";
    for (const char c : lower(name))
        id += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    if (source.date) id += '-' + format_date(*source.date);
    const std::string first = id;
    for (int n = 2; list.sources.count(id) > 0; ++n) id = fmt::format("{}-{}", first, n);
    list.sources.emplace(id, std::move(source));
    return id;
}

}  // namespace reentry::pricelist
