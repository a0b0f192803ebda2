// Rating of one usage line in one month: allowance, bands, cap, minimum, discounts, drift.
//
// Order, per month: the periods' quantities in order of time; the month's quantity rounded up and
// lifted to its minimum quantity (what is added falls on the last period with usage); the
// allowance off its beginning; bands by cumulative quantity, each period with the prices in force
// in it; cap; minimum amount. Each charge is rounded once, to 10^-9 of the currency.
#pragma once

#include "models/tariff/billing_calendar.hpp"
#include "models/tariff/charge.hpp"
#include "models/tariff/usage_lines.hpp"

#include <span>
#include <string>
#include <vector>

namespace reentry {

// The price in force on the first day of a period; null when there is none.
const Price* price_in_force(const PriceLine& line, sim::Time at);

class LineRater {
 public:
    LineRater(std::vector<Account> accounts, const BillingCalendar& calendar)
        : accounts_(std::move(accounts)), calendar_(&calendar) {}

    // Appends the charges for the atoms used in each period of a month. `stored` are the atoms of
    // storage that the line's allowance in proportion counts.
    void rate(const UsageLine& line, LineId id, std::size_t month, std::span<const Int128> atoms,
              Int128 stored, std::vector<Charge>& charges) const;

    // Appends what the account's month adds to the sum of its charges: support, minimum,
    // commitments, tax.
    void rate_account(std::uint16_t account, std::size_t month, Int128 sum,
                      std::vector<Charge>& charges) const;

    // Why a line has no price at an instant; empty when it has one.
    std::string why_unknown(const UsageLine& line, sim::Time at) const;

    const PriceLine* price_line(const UsageLine& line) const;  // null for assets and unknowns
    const Asset* asset(const UsageLine& line) const;
    const Resource* resource(const UsageLine& line) const;
    const std::vector<Account>& accounts() const { return accounts_; }

 private:
    std::vector<Account> accounts_;
    const BillingCalendar* calendar_;
};

}  // namespace reentry
