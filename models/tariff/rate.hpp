// Rating: usage and prices make a bill. A change of prices (same lines, same dates, same rules)
// needs only this step again.
#pragma once

#include "models/money/exchange.hpp"
#include "models/money/total.hpp"
#include "models/tariff/bill.hpp"
#include "models/tariff/usage.hpp"

#include <optional>
#include <span>

namespace reentry {

struct RatingOptions {
    // In which everything is added up; none: the currency of the first bound tariff. Each charge is
    // converted at the rate of the last day of its month.
    std::optional<Currency> reporting;
    const ExchangeRates* rates = nullptr;
};

// The bill of usage that was metered with bindings of this shape.
Bill rate(const Usage& usage, std::span<const Binding> bindings, const RatingOptions& options = {});

// Only what rate(...).total() and complete() give, without sharing anything out.
Total rate_total(const Usage& usage, std::span<const Binding> bindings,
                 const RatingOptions& options = {});

}  // namespace reentry
