#include "models/tariff/reporting.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry {

Currency currency_of(const Tariff& tariff) {
    const auto parsed = Currency::parse(tariff.currency);
    return parsed ? *parsed : Currency{};
}

std::string account_charge_name(const Charge& charge, const Account& account, const Tariff& list) {
    switch (charge.kind) {
        case ChargeKind::surcharge:
            return list.surcharges[charge.entry].name;
        case ChargeKind::minimum:
            return "minimum per month";
        case ChargeKind::commitment:
            return "shortfall of the commitment";
        case ChargeKind::tax:
            return fmt::format("VAT {} %", account.terms->vat_percent.to_string());
        default:
            return std::string(charge_kind_name(charge.kind));
    }
}

Reporting::Reporting(const LineRater& rater, const BillingCalendar& calendar,
                     const RatingOptions& options)
    : calendar_(&calendar), rates_(options.rates) {
    for (const Account& account : rater.accounts())
        currencies_.push_back(account.tariff == nullptr ? Currency{}
                                                        : currency_of(*account.tariff));
    if (options.reporting)
        currency_ = *options.reporting;
    else
        for (const Currency& currency : currencies_)
            if (currency_ == Currency{}) currency_ = currency;
}

std::optional<Int128> Reporting::converted(const Charge& charge) const {
    const Currency from = currencies_[charge.account];
    if (from == currency_ || charge.nano == 0) return charge.nano;
    if (rates_ == nullptr) return std::nullopt;
    const sim::Time last = calendar_->months()[charge.month].end - sim::Duration{1};
    const auto money = rates_->convert(Money(charge.nano, from), currency_, sim::day_of(last));
    return money ? std::optional(money->nano()) : std::nullopt;
}

std::optional<Int128> Reporting::convert(const Charge& charge) {
    if (const auto result = converted(charge)) return result;
    std::string note =
        fmt::format("{} to {} in {}", currencies_[charge.account].code(), currency_.code(),
                    month_text(calendar_->months()[charge.month].name));
    if (std::find(missing_.begin(), missing_.end(), note) == missing_.end())
        missing_.push_back(std::move(note));
    return std::nullopt;
}

}  // namespace reentry
