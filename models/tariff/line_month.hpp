// One usage line in one month, and the rating of a listed price on it. An inner part of rating.
#pragma once

#include "models/tariff/billing_calendar.hpp"
#include "models/tariff/charge.hpp"
#include "models/tariff/usage_lines.hpp"

#include <span>
#include <vector>

namespace reentry {

struct LineMonth {
    const UsageLine* line = nullptr;
    LineId id = 0;
    std::uint32_t month = 0;
    std::span<const Int128> atoms;  // by period of the month
    Int128 stored = 0;              // atoms that an allowance in proportion counts
    const BillingCalendar* calendar = nullptr;
    const Tariff* tariff = nullptr;
    const Terms* terms = nullptr;
    const Resource* resource = nullptr;
    const PriceLine* price_line = nullptr;
    Int128 unit = 1;  // atoms in one unit of the line

    const BillingMonth& billing_month() const { return calendar->months()[month]; }
    // When the month's period number `slice` begins.
    sim::Time begin_of(std::size_t slice) const {
        return calendar->periods()[billing_month().first_period + slice].begin;
    }
    // As the list states it that is in force in a period: the list itself, the line (of the whole
    // tariff where the list lacks it) and the atoms in its unit.
    const Tariff& list_at(std::size_t slice) const { return tariff->at(begin_of(slice)); }
    const PriceLine& line_at(std::size_t slice) const;
    Int128 unit_at(std::size_t slice) const;
    // A charge for the atoms of a period, without a price yet.
    Charge blank(std::size_t slice, ChargeKind kind) const;
};

// Prices a charge per unit: its list amount and, with the factor, what is charged. Each is rounded
// once.
void price_charge(Charge& charge, const Decimal& list, const Decimal& factor);

// Appends the charges of a month at listed prices; the order of the rules is that of LineRater.
void rate_listed(const LineMonth& month, std::vector<Charge>& charges);

}  // namespace reentry
