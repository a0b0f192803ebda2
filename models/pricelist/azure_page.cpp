#include "models/pricelist/azure_page.hpp"

#include "models/pricelist/amounts.hpp"
#include "models/pricelist/aws_rows.hpp"
#include "models/pricelist/json_stream.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace reentry::pricelist {
namespace {

// Whether the row holds today, in the region, for whoever pays by use.
bool counts(const AzurePages::Row& row, const Wanted& wanted) {
    if (row.field("type") != "Consumption") return false;
    if (row.field("armRegionName") != wanted.region) return false;
    const auto start = parse_list_date(row.field("effectiveStartDate"));
    const auto end = parse_list_date(row.field("effectiveEndDate"));
    return !(start && *start > wanted.today) && !(end && *end <= wanted.today);
}

// Rows that count for nothing are not kept, however many the file has.
class Page final : public JsonListener {
 public:
    explicit Page(const Wanted* wanted) : wanted_(wanted) {}

    void value(JsonPath path, JsonKind kind, std::string_view text) override {
        if (path.size() == 1 && path[0] == "NextPageLink" && kind == JsonKind::text) next = text;
        if (path.size() != 3 || path[0] != "Items" || kind == JsonKind::null) return;
        // A price in quotes would be another format than the one that is known.
        const bool amount =
            path[2] == "retailPrice" || path[2] == "unitPrice" || path[2] == "tierMinimumUnits";
        if (amount && kind != JsonKind::number) return;
        row_.text.insert_or_assign(path[2], std::string(text));
    }
    void open(JsonPath path) override {
        if (path.size() == 2 && path[0] == "Items") row_.text.clear();
    }
    void close(JsonPath path) override {
        if (path.size() != 2 || path[0] != "Items") return;
        ++count;
        if (wanted_ != nullptr && counts(row_, *wanted_)) rows.push_back(std::move(row_));
        row_ = {};
    }

    std::vector<AzurePages::Row> rows;
    std::size_t count = 0;  // of all rows
    std::string next;

 private:
    const Wanted* wanted_;
    AzurePages::Row row_;
};

// Where a link's page begins, and the link without that.
std::pair<std::string, long> split_skip(const std::string& link) {
    for (const std::string_view name : {"$skip=", "%24skip="}) {
        const auto at = link.find(name);
        if (at == link.npos) continue;
        const char* begin = link.data() + at + name.size();
        long skip = 0;
        const auto end = std::from_chars(begin, link.data() + link.size(), skip).ptr;
        return {link.substr(0, at) + std::string(end, link.data() + link.size()), skip};
    }
    return {link, 0};
}

std::string described(const AzurePages::Row& row) {
    return row.field("serviceName") + " / " + row.field("productName") + " / " +
           row.field("skuName") + " / " + row.field("meterName");
}

std::string fault_of(const AzurePages::Row& row, const Wanted& wanted) {
    if (row.field("currencyCode") != wanted.currency)
        return fmt::format("its price is in {}, the catalogue is in {}", row.field("currencyCode"),
                           wanted.currency);
    if (!parse_amount(row.field("retailPrice")) || !parse_amount(row.field("tierMinimumUnits")))
        return "no price and border that can be read";
    const auto unit = row.field("unitPrice");
    if (!unit.empty() && parse_amount(unit) != parse_amount(row.field("retailPrice")))
        return fmt::format("retailPrice {} and unitPrice {} differ", row.field("retailPrice"),
                           unit);
    return {};
}

}  // namespace

std::string AzurePages::Row::field(std::string_view name) const {
    const auto found = text.find(name);
    return found == text.end() ? std::string() : found->second;
}

void AzurePages::read(std::istream& in, const std::string& file, Diagnostics& diagnostics) {
    Page page(&wanted_);
    if (!read_json(in, file, page, diagnostics)) return;
    if (page.count == 0)
        return diagnostics.add({.file = file,
                                .found = "JSON without Items",
                                .expected = "a page of the Azure Retail Prices API"});
    for (const auto& row : page.rows) take(row);
    files_.push_back(file);
    follow(file, page.next, page.count);
    list_.other_rows += page.count - page.rows.size();
}

void AzurePages::take(const Row& row) {
    const MeterKey key{row.field("serviceName"), row.field("productName"), row.field("meterName"),
                       row.field("skuName")};
    if (find_rule(wanted_.rules, key) == nullptr) {
        if (unmapped_.insert(described(row)).second)
            add_unmapped(list_, {row.field("meterId"), described(row),
                                 "no figure of a catalogue is known for it"});
        return;
    }
    const bool primary = row.field("isPrimaryMeterRegion") != "false";
    const std::string id = fmt::format("{}|{}|{}|{}|{}", row.field("meterId"), key.product,
                                       key.variant, key.meter, primary);
    ListedPrice& price = prices_[id];
    if (!price.unit.empty() && price.unit != row.field("unitOfMeasure") && price.fault.empty())
        price.fault =
            fmt::format("its bands are in {} and {}", price.unit, row.field("unitOfMeasure"));
    price.sku = row.field("meterId");
    price.key = key;
    price.region = wanted_.region;
    price.unit = row.field("unitOfMeasure");
    price.currency = row.field("currencyCode");
    price.primary = primary;
    price.effective = parse_list_date(row.field("effectiveStartDate"));
    if (const auto fault = fault_of(row, wanted_); !fault.empty())
        price.fault = price.fault.empty() ? fault : price.fault;
    else
        price.bands.push_back({*parse_amount(row.field("tierMinimumUnits")),
                               {},
                               *parse_amount(row.field("retailPrice"))});
}

void AzurePages::follow(const std::string& file, const std::string& next, std::size_t rows) {
    if (next.empty()) {
        ++last_pages_;
        if (rows == 100 || rows == 1000)
            list_.doubts.push_back(fmt::format(
                "{} is a full page of {} rows without a link to the next one", file, rows));
        return;
    }
    const auto [query, skip] = split_skip(next);
    skips_[query].insert(skip);
}

// Following pages begin at multiples of the page's length: 100, 200, 300.
void AzurePages::find_gaps() {
    if (skips_.size() > last_pages_)
        list_.doubts.push_back("the last page of a list is missing: its page before names another");
    for (const auto& [query, skips] : skips_) {
        const long step =
            skips.size() > 1 ? *std::next(skips.begin()) - *skips.begin() : *skips.begin();
        const long pages = step > 0 ? *skips.rbegin() / step : 0;
        if (pages != static_cast<long>(skips.size()))
            list_.doubts.push_back(fmt::format("pages are missing: {} of {} before the last one",
                                               skips.size(), pages));
    }
}

void AzurePages::finish() {
    if (files_.empty()) return;
    find_gaps();
    const std::string name = files_.size() == 1
                                 ? files_[0]
                                 : fmt::format("{} and {} more", files_[0], files_.size() - 1);
    const auto source = add_source(list_,
                                   {name, "Azure Retail Prices API, " + wanted_.region,
                                    "https://prices.azure.com/api/retail/prices", wanted_.today},
                                   "azure-retail");
    for (auto& [id, price] : prices_) {
        price.source = source;
        const std::string fault = order_bands(price.bands);
        if (price.fault.empty()) price.fault = fault;
        list_.prices.push_back(std::move(price));
    }
    prices_.clear();
}

std::optional<std::string> azure_next_page(std::istream& in) {
    Page page(nullptr);
    Diagnostics ignored;
    if (!read_json(in, {}, page, ignored) || page.next.empty()) return {};
    return page.next;
}

}  // namespace reentry::pricelist
