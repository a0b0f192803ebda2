// What an account's month is charged beyond its lines: support, minimum, commitments, tax, in this
// order, each on the sum of what stands before it. Support and minimum are those of the list in
// force on the month's last day.
#include "models/tariff/exact.hpp"
#include "models/tariff/line_rater.hpp"

#include <algorithm>

namespace reentry {
namespace {

const Decimal hundredth{1, 2};
const Int128 whole = power_of_ten(9);  // 10^-9 in one unit of currency

Int128 nano_of(const Decimal& amount) { return priced_nano(1, 1, amount); }

Int128 percent_of(Int128 nano, const Decimal& percent) {
    return priced_nano(nano, whole, percent * hundredth);
}

// Nothing when a band that the sum reaches has no percentage.
std::optional<Int128> surcharge_on(Int128 sum, const Surcharge& surcharge) {
    Int128 nano = 0, begin = 0;
    for (const Band& band : surcharge.bands) {
        const Int128 end = band.up_to ? std::min(sum, nano_of(*band.up_to)) : sum;
        if (end <= begin) continue;
        if (!band.price) return std::nullopt;
        nano += percent_of(end - begin, *band.price);
        begin = end;
    }
    return surcharge.minimum ? std::max(nano, nano_of(*surcharge.minimum)) : nano;
}

class AccountMonth {
 public:
    AccountMonth(const Charge& blank, Int128 sum, std::vector<Charge>& charges)
        : charge_(blank), total_(sum), charges_(charges) {}

    Int128 total() const { return total_; }

    void add(ChargeKind kind, std::size_t entry, Int128 nano) {
        charge_.kind = kind;
        charge_.entry = static_cast<std::uint16_t>(entry);
        charge_.nano = charge_.list_nano = nano;
        if (nano != 0 || kind == ChargeKind::unknown) charges_.push_back(charge_);
        total_ += nano;
    }
    void lift(ChargeKind kind, std::size_t entry, const Decimal& minimum) {
        add(kind, entry, std::max<Int128>(nano_of(minimum) - total_, 0));
    }

 private:
    Charge charge_;
    Int128 total_;
    std::vector<Charge>& charges_;
};

}  // namespace

void LineRater::rate_account(std::uint16_t account, std::size_t month, Int128 sum,
                             std::vector<Charge>& charges) const {
    const Account& owner = accounts_[account];
    if (owner.tariff == nullptr) return;
    const BillingMonth& calendar = calendar_->months()[month];
    const sim::Time at = calendar_->periods()[calendar.first_period].begin;
    const std::size_t last = calendar.first_period + calendar.period_count - 1;
    const Tariff& list = owner.tariff->at(calendar_->periods()[last].begin);
    Charge blank;
    blank.account = account;
    blank.of_account = true;
    blank.month = static_cast<std::uint32_t>(month);
    blank.period = static_cast<std::uint32_t>(last);
    AccountMonth result(blank, sum, charges);
    for (std::size_t i = 0; i < list.surcharges.size(); ++i) {
        const auto nano = surcharge_on(sum, list.surcharges[i]);
        result.add(nano ? ChargeKind::surcharge : ChargeKind::unknown, i, nano.value_or(0));
    }
    if (const auto& minimum = list.minimum_per_month; minimum)
        result.lift(ChargeKind::minimum, 0, *minimum);
    for (std::size_t i = 0; i < owner.terms->commitments.size(); ++i) {
        const Commitment& promise = owner.terms->commitments[i];
        if (in_force(promise.from, promise.until, at))
            result.lift(ChargeKind::commitment, i, promise.per_month);
    }
    if (!owner.terms->vat_percent.is_zero())
        result.add(ChargeKind::tax, 0, percent_of(result.total(), owner.terms->vat_percent));
}

}  // namespace reentry
