#include "models/tariff/terms.hpp"

#include "models/money/quantity.hpp"
#include "models/units/time.hpp"

#include <algorithm>

namespace reentry {
namespace {

const Decimal one{1, 0};
const Decimal hundredth{1, 2};
constexpr int factor_places = 12;

bool applies(const Discount& discount, const Resource& resource, const PriceLine* line,
             sim::Time at) {
    if (!discount.resource.empty() && discount.resource != resource.name) return false;
    if (discount.meter) {
        if (line == nullptr) return false;
        const auto& meters = line->meters;
        if (std::find(meters.begin(), meters.end(), *discount.meter) == meters.end()) return false;
    }
    return in_force(discount.from, discount.until, at);
}

Decimal drift_factor(const Terms& terms, sim::Time at) {
    Decimal factor = one;
    if (terms.drift_percent.is_zero() || !terms.drift_from.ok()) return factor;
    const Decimal step = one + terms.drift_percent * hundredth;
    const sim::Time start = sim::midnight(terms.drift_from);
    for (int years = 1; start + CalendarSpan{years, 0, 0} <= at; ++years)
        factor = Quantity::of(factor * step).to_decimal(factor_places);
    return factor;
}

}  // namespace

bool in_force(const std::optional<std::chrono::year_month_day>& from,
              const std::optional<std::chrono::year_month_day>& until, sim::Time at) {
    return (!from || sim::midnight(*from) <= at) && (!until || at < sim::midnight(*until));
}

Decimal terms_factor(const Terms& terms, const Resource& resource, const PriceLine* line,
                     sim::Time at) {
    Decimal factor = drift_factor(terms, at);
    for (const Discount& discount : terms.discounts)
        if (applies(discount, resource, line, at))
            factor = Quantity::of(factor * (one - discount.percent * hundredth))
                         .to_decimal(factor_places);
    return factor;
}

}  // namespace reentry
