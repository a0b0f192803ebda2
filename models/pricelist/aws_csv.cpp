#include "models/pricelist/amounts.hpp"
#include "models/pricelist/aws_offer.hpp"
#include "models/pricelist/aws_rows.hpp"
#include "models/pricelist/csv_stream.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <map>

namespace reentry::pricelist {
namespace {

// "Product Family", "serviceCode" and "usageType" differ in style from file to file.
std::string plain_name(std::string_view title) {
    std::string name;
    for (const char c : lower(title))
        if (c != ' ') name += c;
    return name;
}

// Titles of CSV columns and the names of the same attributes in JSON.
const std::map<std::string, std::string>& attribute_names() {
    static const std::map<std::string, std::string> names{
        {"servicecode", "servicecode"},
        {"usagetype", "usagetype"},
        {"operation", "operation"},
        {"location", "location"},
        {"locationtype", "locationType"},
        {"regioncode", "regionCode"},
        {"volumetype", "volumeType"},
        {"transfertype", "transferType"},
        {"fromlocation", "fromLocation"},
        {"tolocation", "toLocation"},
        {"fromregioncode", "fromRegionCode"},
        {"toregioncode", "toRegionCode"},
        {"capacity", "capacity"},
        {"connectiontype", "connectionType"},
    };
    return names;
}

const char* const needed[] = {"sku",  "ratecode",     "termtype", "startingrange", "endingrange",
                              "unit", "priceperunit", "currency", "usagetype"};

class Offer {
 public:
    Offer(const Wanted& wanted, PriceList& list) : rows(wanted, list) {}

    // Empty, or what is wrong with the row.
    std::string take(const std::vector<std::string>& cells) {
        if (columns_.empty()) return preamble(cells);
        if (cells.size() != width_)
            return fmt::format("{} cells under a header of {}", cells.size(), width_);
        row(cells);
        return {};
    }

    bool has_header() const { return !columns_.empty(); }

    AwsRows rows;
    std::string offer, published;

 private:
    // Pairs of name and value, then the header; some copies begin with "sep=,".
    std::string preamble(const std::vector<std::string>& cells) {
        if (cells.size() <= 2) {
            const std::string name = plain_name(cells[0]);
            if (cells.size() == 2 && name == "publicationdate") published = cells[1];
            if (cells.size() == 2 && name == "offercode") offer = cells[1];
            return {};
        }
        for (std::size_t i = 0; i < cells.size(); ++i) columns_.emplace(plain_name(cells[i]), i);
        width_ = cells.size();
        for (const char* name : needed)
            if (columns_.count(name) == 0) return fmt::format("a header without {}", quoted(name));
        return {};
    }

    const std::string& cell(const std::vector<std::string>& cells, const std::string& name) const {
        static const std::string none;
        const auto found = columns_.find(name);
        return found == columns_.end() ? none : cells[found->second];
    }

    void row(const std::vector<std::string>& cells) {
        if (cell(cells, "termtype") != "OnDemand") return;
        const std::string& sku = cell(cells, "sku");
        if (sku != last_) {
            AwsAttributes product;
            for (const auto& [title, name] : attribute_names())
                if (const auto& text = cell(cells, title); !text.empty()) product[name] = text;
            if (!rows.keeps(sku)) rows.add_product(sku, offer, product);
            last_ = sku;
        }
        rows.add_rate({sku,
                       cell(cells, "offertermcode"),
                       cell(cells, "startingrange"),
                       cell(cells, "endingrange"),
                       cell(cells, "unit"),
                       {{cell(cells, "currency"), cell(cells, "priceperunit")}},
                       cell(cells, "effectivedate")});
    }

    std::map<std::string, std::size_t> columns_;
    std::size_t width_ = 0;
    std::string last_;
};

}  // namespace

void read_aws_csv(std::istream& in, const std::string& file, const Wanted& wanted, PriceList& list,
                  Diagnostics& diagnostics) {
    PriceList own;
    Offer offer(wanted, own);
    CsvStream csv(in);
    std::vector<std::string> cells;
    std::string fault;
    while (fault.empty() && csv.next(cells)) fault = offer.take(cells);
    if (fault.empty()) fault = csv.fault();
    if (fault.empty() && !offer.has_header()) fault = "no header of columns";
    if (!fault.empty())
        return diagnostics.add({.file = file,
                                .line = csv.line(),
                                .found = fault,
                                .expected = "an offer file of the AWS Price List",
                                .hint = "nothing of this file is used; download it again"});
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
