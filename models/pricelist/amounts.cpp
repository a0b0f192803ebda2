#include "models/pricelist/amounts.hpp"

#include "models/units/parse.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::pricelist {
namespace {

// Room for exact products: no list has a price or border beyond these.
constexpr int most_places = 15;
constexpr std::int64_t most = 1'000'000'000'000;

}  // namespace

std::optional<Decimal> parse_amount(std::string_view text) {
    if (text.empty() || text.find_first_not_of("0123456789.eE+-") != text.npos) return {};
    const auto amount = Decimal::parse(text);
    if (!amount || amount->is_negative()) return {};
    if (amount->scale() > most_places || *amount > Decimal(most, 0)) return {};
    return *amount;
}

std::optional<std::chrono::year_month_day> parse_list_date(std::string_view text) {
    std::string iso(text.substr(0, 10));
    if (text.size() == 10 && text[2] == '/' && text[5] == '/')
        iso = fmt::format("{}-{}-{}", text.substr(6, 4), text.substr(0, 2), text.substr(3, 2));
    const auto day = parse_date(iso);
    if (!day) return {};
    return *day;
}

std::string order_bands(std::vector<ListedBand>& bands) {
    if (bands.empty()) return "no price in the list";
    std::sort(bands.begin(), bands.end(), [](const ListedBand& a, const ListedBand& b) {
        return a.from != b.from ? a.from < b.from : a.price < b.price;
    });
    bands.erase(std::unique(bands.begin(), bands.end()), bands.end());
    if (!bands.front().from.is_zero())
        return fmt::format("the first band is missing: the lowest begins at {}",
                           bands.front().from.to_string());
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
        const auto& next = bands[i + 1];
        if (bands[i].from == next.from)
            return fmt::format("two prices from {} on: {} and {}", next.from.to_string(),
                               bands[i].price.to_string(), next.price.to_string());
        if (bands[i].to && *bands[i].to != next.from)
            return fmt::format("a band ends at {} and the next begins at {}",
                               bands[i].to->to_string(), next.from.to_string());
    }
    if (bands.back().to)
        return fmt::format("the last band is missing: nothing above {}",
                           bands.back().to->to_string());
    return {};
}

}  // namespace reentry::pricelist
