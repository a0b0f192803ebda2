// From the currencies of the tariffs to the one in which a bill is added up. An inner part of
// rating.
#pragma once

#include "models/money/exchange.hpp"
#include "models/tariff/line_rater.hpp"
#include "models/tariff/rate.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reentry {

// The currency of a tariff; "XXX" when its text is not a code.
Currency currency_of(const Tariff& tariff);

// "VAT 19 %", "support plan", "commitment"; `list` is the one in force.
std::string account_charge_name(const Charge& charge, const Account& account, const Tariff& list);

class Reporting {
 public:
    Reporting(const LineRater& rater, const BillingCalendar& calendar,
              const RatingOptions& options);

    Currency currency() const { return currency_; }
    Currency currency_of_account(std::uint16_t account) const { return currencies_[account]; }

    // The charge in the reporting currency at the rate of its month's last day, rounded once;
    // nothing when no rate holds.
    std::optional<Int128> converted(const Charge& charge) const;

    // As converted(); without a rate also a note in missing().
    std::optional<Int128> convert(const Charge& charge);
    const std::vector<std::string>& missing() const { return missing_; }

 private:
    const BillingCalendar* calendar_;
    const ExchangeRates* rates_;
    Currency currency_;
    std::vector<Currency> currencies_;  // by account
    std::vector<std::string> missing_;
};

}  // namespace reentry
