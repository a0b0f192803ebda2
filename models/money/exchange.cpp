#include "models/money/exchange.hpp"

namespace reentry {

void ExchangeRates::add(ExchangeRate rate) {
    REENTRY_CHECK(rate.rate > Decimal{}, "an exchange rate of {}", rate.rate.to_string());
    auto& dated = rates_[{rate.from, rate.to}];
    dated.insert_or_assign(std::chrono::sys_days{rate.as_of}, std::move(rate));
}

const ExchangeRate* ExchangeRates::find_direct(Currency from, Currency to,
                                               std::chrono::year_month_day day) const {
    const auto pair = rates_.find({from, to});
    if (pair == rates_.end()) return nullptr;
    const auto after = pair->second.upper_bound(std::chrono::sys_days{day});
    return after == pair->second.begin() ? nullptr : &std::prev(after)->second;
}

const ExchangeRate* ExchangeRates::find(Currency from, Currency to,
                                        std::chrono::year_month_day day) const {
    const auto* direct = find_direct(from, to, day);
    const auto* inverse = find_direct(to, from, day);
    if (!direct || !inverse) return direct ? direct : inverse;
    return direct->as_of >= inverse->as_of ? direct : inverse;
}

std::optional<Money> ExchangeRates::convert(const Money& money, Currency to,
                                            std::chrono::year_month_day day) const {
    if (money.currency() == to) return money;
    const auto* rate = find(money.currency(), to, day);
    if (!rate) return std::nullopt;
    const auto factor = Quantity::of(rate->rate);
    const auto used = rate->from == money.currency() ? factor : Quantity{1} / factor;
    return Money{amount(money, used).nano(), to};
}

}  // namespace reentry
