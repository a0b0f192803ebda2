#include "models/pricelist/google_page.hpp"

#include "models/pricelist/amounts.hpp"
#include "models/pricelist/aws_rows.hpp"
#include "models/pricelist/json_stream.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace reentry::pricelist {
namespace {

class Page final : public JsonListener {
 public:
    void value(JsonPath path, JsonKind kind, std::string_view text) override {
        if (path.size() == 1 && path[0] == "nextPageToken") next = text;
        if (path.size() < 3 || path[0] != "skus" || kind == JsonKind::null) return;
        if (path.size() == 3)
            head(path[2], text);
        else if (path[2] == "category" && path.size() == 4)
            category(path[3], text);
        else if (path[2] == "serviceRegions")
            sku_.regions.emplace_back(text);
        else if (path[2] == "pricingInfo" && !sku_.pricing.empty())
            pricing(path, kind, text);
    }

    void open(JsonPath path) override {
        if (path.size() == 2 && path[0] == "skus") sku_ = {};
        if (path.size() == 4 && path[2] == "pricingInfo") sku_.pricing.emplace_back();
        if (path.size() == 7 && is_rate(path)) sku_.pricing.back().rates.emplace_back();
    }

    void close(JsonPath path) override {
        if (path.size() == 2 && path[0] == "skus") skus.push_back(std::move(sku_));
    }

    std::vector<GoogleSku> skus;
    std::string next;

 private:
    // skus.[].pricingInfo.[].pricingExpression.tieredRates.[]
    bool is_rate(JsonPath path) const {
        return path[2] == "pricingInfo" && path[4] == "pricingExpression" &&
               path[5] == "tieredRates" && !sku_.pricing.empty();
    }

    void head(const std::string& key, std::string_view text) {
        if (key == "skuId") sku_.id = text;
        if (key == "name") sku_.name = text;
        if (key == "description") sku_.description = text;
    }

    void category(const std::string& key, std::string_view text) {
        if (key == "resourceFamily") sku_.family = text;
        if (key == "resourceGroup") sku_.group = text;
        if (key == "usageType") sku_.usage = text;
    }

    void pricing(JsonPath path, JsonKind kind, std::string_view text) {
        GooglePricing& info = sku_.pricing.back();
        if (path.size() == 5 && path[4] == "effectiveTime") info.effective = text;
        if (path.size() == 6 && path[5] == "usageUnit") info.unit = text;
        if (path.size() == 6 && path[5] == "baseUnitConversionFactor") info.factor = text;
        if (path.size() < 8 || !is_rate(path) || info.rates.empty()) return;
        auto& rate = info.rates.back();
        if (path.size() == 8 && path[7] == "startUsageAmount") rate.start = text;
        if (path.size() != 9 || path[7] != "unitPrice") return;
        if (path[8] == "currencyCode") rate.currency = text;
        if (path[8] == "units") rate.units = text;
        if (path[8] == "nanos" && kind == JsonKind::number) rate.nanos = text;
    }

    GoogleSku sku_;
};

// "services/95FF-2EF5-5EA1/skus/22EB-AAE8-FBCD".
std::string service_of(const std::string& name) {
    const auto parts = split(name, '/');
    return parts.size() == 4 && parts[0] == "services" ? std::string(parts[1]) : std::string();
}

// Descriptions of rows that stand in the group of a class without being its price.
bool is_aside(const std::string& description) {
    const std::string text = lower(description);
    for (const char* word : {"early delete", "early deletion", "dual-region", "multi-region",
                             "tagging", "soft delete", "replication", "anywhere cache"})
        if (text.find(word) != text.npos) return true;
    return false;
}

// The factor that a unit must have; empty where no fixed one is known.
std::string_view factor_of(const std::string& unit) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> known{{
        {"GiBy", "1073741824"},
        {"GiBy.h", "3865470566400"},
        {"GiBy.d", "92771293593600"},
        {"count", "1"},
        {"h", "3600"},
    }};
    for (const auto& [name, factor] : known)
        if (name == unit) return factor;
    return {};
}

// The prices in force on that day; null when none is, or when two are and cannot be told apart.
const GooglePricing* in_force(const GoogleSku& sku, std::chrono::year_month_day today) {
    const GooglePricing* best = nullptr;
    std::optional<std::chrono::year_month_day> best_day;
    for (const auto& info : sku.pricing) {
        const auto day = parse_list_date(info.effective);
        if (!day || *day > today) continue;
        if (best_day && *day == *best_day) return nullptr;
        if (best_day && *day < *best_day) continue;
        best = &info;
        best_day = day;
    }
    return best;
}

// Units and nanos as one number; nothing when they are not both what they should be.
std::optional<Decimal> amount_of(const GooglePricing::Rate& rate) {
    const auto units = parse_amount(rate.units.empty() ? "0" : rate.units);
    const auto nanos = parse_amount(rate.nanos.empty() ? "0" : rate.nanos);
    if (rate.units.empty() && rate.nanos.empty()) return {};
    if (!units || !units->is_whole() || !nanos || !nanos->is_whole()) return {};
    if (nanos->mantissa() >= 1'000'000'000) return {};
    return *units + Decimal(nanos->mantissa(), 9);
}

std::string fill(ListedPrice& price, const GooglePricing& info, const Wanted& wanted) {
    price.unit = info.unit;
    price.effective = parse_list_date(info.effective);
    const auto factor = factor_of(info.unit);
    if (!factor.empty() && !info.factor.empty() &&
        parse_amount(factor) != parse_amount(info.factor))
        return fmt::format("its unit is {}, but its factor {} is that of another one", info.unit,
                           info.factor);
    for (const auto& rate : info.rates) {
        price.currency = rate.currency;
        if (rate.currency != wanted.currency)
            return fmt::format("its price is in {}, the catalogue is in {}", rate.currency,
                               wanted.currency);
        const auto start = parse_amount(rate.start);
        const auto amount = amount_of(rate);
        if (!start || !amount) return "no price and start that can be read";
        price.bands.push_back({*start, {}, *amount});
    }
    const bool free_below =
        !price.bands.empty() && std::none_of(price.bands.begin(), price.bands.end(),
                                             [](const auto& b) { return b.from.is_zero(); });
    if (free_below) price.bands.push_back({Decimal{}, {}, Decimal{}});
    return order_bands(price.bands);
}

}  // namespace

void GooglePages::read(std::istream& in, const std::string& file, Diagnostics& diagnostics) {
    Page page;
    if (!read_json(in, file, page, diagnostics)) return;
    if (page.skus.empty())
        return diagnostics.add({.file = file,
                                .found = "JSON without skus",
                                .expected = "a page of the Google Cloud Billing Catalog"});
    for (const auto& sku : page.skus) take(sku);
    files_.push_back(file);
    ++(page.next.empty() ? last_ : following_);
}

void GooglePages::take(const GoogleSku& sku) {
    const auto in = [&sku](std::string_view region) {
        return std::find(sku.regions.begin(), sku.regions.end(), region) != sku.regions.end();
    };
    const bool here = in(wanted_.region);
    if (!here && !in("global")) {
        ++list_.other_rows;
        return;
    }
    const MeterKey key{service_of(sku.name), sku.group, sku.description, {}};
    const bool known = find_rule(wanted_.rules, key) != nullptr;
    if (!known || is_aside(sku.description) || sku.usage != "OnDemand") {
        add_unmapped(list_, {sku.id, sku.group + " / " + sku.description,
                             "no figure of a catalogue is known for it"});
        return;
    }
    ListedPrice price;
    price.sku = sku.id;
    price.key = key;
    price.region = here ? wanted_.region : "global";
    price.primary = here;
    const GooglePricing* info = in_force(sku, wanted_.today);
    price.fault = info == nullptr ? "no single price is in force" : fill(price, *info, wanted_);
    prices_.push_back(std::move(price));
}

void GooglePages::finish() {
    if (files_.empty()) return;
    if (following_ > 0 && last_ == 0)
        list_.doubts.emplace_back("the last page of a list is missing: its page before names another");
    const std::string name = files_.size() == 1
                                 ? files_[0]
                                 : fmt::format("{} and {} more", files_[0], files_.size() - 1);
    const auto source =
        add_source(list_,
                   {name, "Google Cloud Billing Catalog",
                    "https://cloudbilling.googleapis.com/v1/services", wanted_.today},
                   "google-billing");
    for (auto& price : prices_) {
        price.source = source;
        list_.prices.push_back(std::move(price));
    }
    prices_.clear();
}

std::optional<std::string> google_next_page(std::istream& in) {
    Page page;
    Diagnostics ignored;
    if (!read_json(in, {}, page, ignored) || page.next.empty()) return {};
    return page.next;
}

}  // namespace reentry::pricelist
