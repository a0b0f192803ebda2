#include "models/money/format.hpp"

#include "models/text.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

namespace reentry {
namespace {

std::string with_places(const Money& money, int places) {
    const Decimal value = rounded(money, places).decimal();
    std::string digits = value.to_string();
    if (places > 0 && value.scale() == 0) digits += '.';
    if (places > 0) digits.append(static_cast<std::size_t>(places - value.scale()), '0');
    return fmt::format("{} {}", grouped(digits), money.currency().code());
}

bool is_below_a_cent(const Money& money) {
    constexpr Int128 cent = 10'000'000;
    return !money.is_zero() && money.nano() < cent && money.nano() > -cent;
}

// "h" for "1 h": the unit alone where there is one of it.
std::string without_one(const std::string& text) {
    return text.starts_with("1 ") ? text.substr(2) : text;
}

std::string per_text(const MoneyRate& rate) {
    if (rate.time == year_length) return "y";
    if (rate.time == std::chrono::days{7}) return "week";
    return without_one(rate.time.count() > 0 ? exact_text(rate.time) : exact_text(rate.bytes));
}

}  // namespace

std::string format_money(const Money& money) {
    if (is_below_a_cent(money))
        return fmt::format("{} {}", format_number(money.to_double()), money.currency().code());
    return with_places(money, 2);
}

std::string format_money_whole(const Money& money) { return with_places(money, 0); }

std::string exact_text(const Money& money) {
    return fmt::format("{} {}", money.decimal().to_string(), money.currency().code());
}

std::string exact_text(const MoneyRate& rate) {
    return fmt::format("{} {}/{}", rate.amount.to_string(), rate.currency.code(), per_text(rate));
}

}  // namespace reentry
