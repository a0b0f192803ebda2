#include "models/tariff/billing_calendar.hpp"

#include "models/units/time.hpp"
#include "sim/check.hpp"

#include <algorithm>

namespace reentry {
namespace {

void collect_changes(const Tariff& tariff, std::vector<sim::Time>& cuts) {
    for (const Tariff& edition : tariff.editions) cuts.push_back(sim::midnight(edition.as_of));
    for (const Resource& resource : tariff.resources)
        for (const PriceLine& line : resource.lines)
            for (const Price& price : line.prices) {
                if (price.valid_from) cuts.push_back(sim::midnight(*price.valid_from));
                if (price.valid_until) cuts.push_back(sim::midnight(*price.valid_until));
            }
}

void collect_terms(const Terms& terms, sim::Time begin, sim::Time end,
                   std::vector<sim::Time>& cuts) {
    for (const Discount& discount : terms.discounts) {
        if (discount.from) cuts.push_back(sim::midnight(*discount.from));
        if (discount.until) cuts.push_back(sim::midnight(*discount.until));
    }
    if (terms.drift_percent.is_zero() || !terms.drift_from.ok()) return;
    for (sim::Time t = sim::midnight(terms.drift_from); t < end; t = t + CalendarSpan{1, 0, 0})
        if (t > begin) cuts.push_back(t);
}

BillingMonth month_at(sim::Time t, std::size_t first_period) {
    const auto day = sim::day_of(t);
    return {day.year() / day.month(), month_start(t), next_month(t), first_period, 0};
}

}  // namespace

BillingCalendar::BillingCalendar(sim::Time begin, sim::Time end, std::span<const Binding> bindings)
    : begin_(begin), end_(end) {
    REENTRY_CHECK(begin <= end, "a horizon that ends before it begins");
    if (begin == end) return;
    std::vector<sim::Time> cuts{begin, end};
    for (sim::Time t = next_month(begin); t < end; t = next_month(t)) cuts.push_back(t);
    for (const Binding& binding : bindings) {
        if (binding.tariff == nullptr) continue;
        collect_changes(*binding.tariff, cuts);
        collect_terms(binding.terms, begin, end, cuts);
    }
    std::erase_if(cuts, [&](sim::Time t) { return t < begin || t > end; });
    std::sort(cuts.begin(), cuts.end());
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        if (months_.empty() || cuts[i] >= months_.back().end)
            months_.push_back(month_at(cuts[i], periods_.size()));
        ++months_.back().period_count;
        periods_.push_back({cuts[i], cuts[i + 1], months_.size() - 1});
    }
}

std::size_t BillingCalendar::period_at(sim::Time t) const {
    REENTRY_CHECK(covers(t), "an instant outside the horizon");
    const auto after = std::upper_bound(
        periods_.begin(), periods_.end(), t,
        [](sim::Time value, const BillingPeriod& period) { return value < period.begin; });
    return static_cast<std::size_t>(after - periods_.begin()) - 1;
}

}  // namespace reentry
