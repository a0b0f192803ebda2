// What a customer has agreed with a provider beyond the price list, and which tariff serves which
// role of the scenario.
#pragma once

#include "models/money/decimal.hpp"
#include "models/tariff/tariff.hpp"
#include "sim/clock.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace reentry {

// A percentage off list prices. Several discounts on one thing multiply.
struct Discount {
    Decimal percent;
    std::string resource;                              // empty: all
    std::optional<Meter> meter;                        // none: all
    std::optional<std::chrono::year_month_day> from;   // inclusive
    std::optional<std::chrono::year_month_day> until;  // exclusive
    std::string note;
};

// A promised spend: what a month stays below it is billed all the same.
struct Commitment {
    Decimal per_month;  // in the tariff's currency
    std::optional<std::chrono::year_month_day> from;
    std::optional<std::chrono::year_month_day> until;
    std::string note;
};

struct Terms {
    std::vector<Discount> discounts;
    std::vector<Commitment> commitments;
    Decimal vat_percent;
    // All prices rise by this much on each anniversary of `drift_from` (compounded, kept to 12
    // decimal places); negative: they fall.
    Decimal drift_percent;
    std::chrono::year_month_day drift_from{};
    bool data_act = false;  // leaving is charged by the tariff's ExitTerms
};

// Whether an instant lies in [from, until) of dates that may be open.
bool in_force(const std::optional<std::chrono::year_month_day>& from,
              const std::optional<std::chrono::year_month_day>& until, sim::Time at);

// Discounts and drift on a line of a resource at an instant, as one factor with at most 12 decimal
// places. No line: a part of an asset's cost.
Decimal terms_factor(const Terms& terms, const Resource& resource, const PriceLine* line,
                     sim::Time at);

// Resources "role" and "role/..." of a ledger are rated with the tariff. Roles that share one
// tariff are one account: bands and allowances hold for them together, and the terms are those of
// the first.
struct Binding {
    std::string role;
    const Tariff* tariff = nullptr;
    Terms terms{};
};

}  // namespace reentry
