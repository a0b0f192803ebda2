#include "models/pricelist/amounts.hpp"
#include "models/pricelist/aws_offer.hpp"
#include "models/pricelist/aws_rows.hpp"
#include "models/pricelist/json_stream.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

namespace reentry::pricelist {
namespace {

// products.SKU.attributes.NAME, terms.OnDemand.SKU.TERM.priceDimensions.RATE.pricePerUnit.CURRENCY.
class Offer final : public JsonListener {
 public:
    Offer(const Wanted& wanted, PriceList& list) : rows(wanted, list) {}

    void value(JsonPath path, JsonKind kind, std::string_view text) override {
        if (kind == JsonKind::null) return;
        if (path.size() == 1)
            head(path[0], text);
        else if (path.size() == 4 && path[0] == "products" && path[2] == "attributes")
            product_.insert_or_assign(path[3], std::string(text));
        else if (on_demand(path) && path.size() == 5 && path[4] == "effectiveDate")
            effective_ = text;
        else if (on_demand(path) && path.size() >= 7)
            rate(path, text);
    }

    void open(JsonPath path) override {
        if (path.size() == 1) section(path[0]);
        if (path.size() == 2 && path[0] == "products") product_.clear();
        if (is_rate(path)) rate_ = {};
    }

    void close(JsonPath path) override {
        if (path.size() == 2 && path[0] == "products") rows.add_product(path[1], offer, product_);
        if (is_rate(path)) {
            rate_.sku = path[2];
            rate_.term = path[3];
            rate_.effective = effective_;
            rows.add_rate(rate_);
        }
    }

    AwsRows rows;
    std::string offer, published;
    std::string index;  // "service", "version", "region": what the file is an index of
    bool has_products = false, has_terms = false, out_of_order = false;

 private:
    static bool on_demand(JsonPath path) {
        return path.size() >= 4 && path[0] == "terms" && path[1] == "OnDemand";
    }

    static bool is_rate(JsonPath path) {
        return path.size() == 6 && on_demand(path) && path[4] == "priceDimensions";
    }

    void head(const std::string& key, std::string_view text) {
        if (key == "offerCode") offer = text;
        if (key == "publicationDate") published = text;
    }

    void section(const std::string& key) {
        if (key == "offers") index = "services";
        if (key == "versions") index = "versions of an offer";
        if (key == "regions") index = "regions of an offer";
        if (key == "products") {
            has_products = true;
            out_of_order = out_of_order || has_terms;
        }
        if (key == "terms") has_terms = true;
    }

    void rate(JsonPath path, std::string_view text) {
        if (path[4] != "priceDimensions") return;
        if (path.size() == 8 && path[6] == "pricePerUnit") rate_.price[path[7]] = text;
        if (path.size() != 7) return;
        if (path[6] == "unit") rate_.unit = text;
        if (path[6] == "beginRange") rate_.begin = text;
        if (path[6] == "endRange") rate_.end = text;
    }

    AwsAttributes product_;
    AwsRate rate_;
    std::string effective_;
};

// What the file is, if it is no offer that can be used; empty for an offer.
std::string objection(const Offer& offer) {
    if (!offer.index.empty())
        return fmt::format("an index of the {}, which holds no prices", offer.index);
    if (!offer.has_products || !offer.has_terms) return "JSON without products or without terms";
    if (offer.out_of_order) return "terms before products";
    if (offer.offer.empty()) return "an offer without offerCode";
    return {};
}

}  // namespace

void read_aws_json(std::istream& in, const std::string& file, const Wanted& wanted, PriceList& list,
                   Diagnostics& diagnostics) {
    PriceList own;
    Offer offer(wanted, own);
    if (!read_json(in, file, offer, diagnostics)) return;
    if (const std::string found = objection(offer); !found.empty())
        return diagnostics.add({.file = file,
                                .found = found,
                                .expected = "an offer file of the AWS Price List",
                                .hint = "`reentry catalogue fetch aws` names and downloads them"});
    const auto date = parse_list_date(offer.published);
    if (!date) list.doubts.push_back(file + " does not say when it was published");
    const auto source = add_source(
        list,
        {file, "AWS Price List, offer " + offer.offer,
         fmt::format("https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{}/index.json",
                     offer.offer),
         date},
        offer.offer);
    offer.rows.finish(source);
    merge(list, std::move(own));
}

}  // namespace reentry::pricelist
