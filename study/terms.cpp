#include "study/terms.hpp"

#include "models/units/format.hpp"

#include <fmt/format.h>

namespace reentry::study {
namespace {

std::string agreed(const Agreements& agreements) {
    const auto discounts = agreements.discounts.size(), commitments = agreements.commitments.size();
    if (discounts + commitments == 0) return "nothing";
    return fmt::format("discounts: {}, commitments: {}; see the scenario", discounts, commitments);
}

}  // namespace

std::vector<Term> terms_of(const Scenario& scenario) {
    const auto& finance = scenario.finance;
    const std::string currency{finance.currency.code()};
    std::vector<Term> terms{
        {"VAT", finance.vat > 0 ? format_percent(finance.vat) + ", in every amount" : "none: net"},
        {"Discounting", format_percent(finance.discount_rate) + " a year, in present values only"},
        {"Prices change by", format_percent(finance.price_drift) + " a year"},
        {"Discount on list prices", format_percent(finance.discount)},
        {"Agreed with providers", agreed(scenario.agreements)},
        {"Leaving a provider", finance.data_act ? "by the switching rules of the EU Data Act"
                                                : "at list prices for traffic"}};
    for (const auto& rate : scenario.exchange)
        terms.push_back({fmt::format("1 {}", rate.from.code()),
                         fmt::format("{} {}, {} ({})", rate.rate.to_string(), rate.to.code(),
                                     format_date(rate.as_of),
                                     rate.source.empty() ? "no source stated" : rate.source)});
    return terms;
}

}  // namespace reentry::study
