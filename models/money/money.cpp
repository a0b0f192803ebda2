#include "models/money/money.hpp"

#include "models/money/wide.hpp"
#include "models/text.hpp"

#include <algorithm>
#include <numeric>

namespace reentry {
namespace {

void check_same(const Money& a, const Money& b) {
    REENTRY_CHECK(a.currency() == b.currency(), "{} and {} do not mix", a.currency().code(),
                  b.currency().code());
}

Wide nano_per_unit() { return wide(power_of_ten(Money::places)); }

}  // namespace

Parsed<Currency> Currency::parse(std::string_view text) {
    text = trim(text);
    const bool is_code = text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) {
                             return c >= 'A' && c <= 'Z';
                         });
    if (!is_code) return Parsed<Currency>::failure("a currency code such as EUR or USD");
    const char code[4]{text[0], text[1], text[2], 0};
    return Currency{code};
}

Money Money::of(const Decimal& value, Currency currency) {
    return {rounded_product(value, power_of_ten(places)), currency};
}

Parsed<Money> Money::parse(std::string_view text) {
    constexpr const char* expected = "an amount such as \"1200 EUR\"";
    text = trim(text);
    const auto value = take_decimal(text);
    if (!value) return Parsed<Money>::failure(expected, value.hint);
    if (trim(text).empty()) return Parsed<Money>::failure(expected, "the currency is missing");
    const auto currency = Currency::parse(text);
    if (!currency)
        return Parsed<Money>::failure(expected, "the currency is a code of three capitals");
    const Decimal largest{power_of_ten(28), 0};
    if (*value > largest || *value < -largest)
        return Parsed<Money>::failure(expected, "the amount is out of range");
    return of(*value, *currency);
}

Money operator+(const Money& a, const Money& b) {
    check_same(a, b);
    return {checked_add(a.nano_, b.nano_), a.currency_};
}

Money operator-(const Money& a, const Money& b) { return a + -b; }

std::strong_ordering operator<=>(const Money& a, const Money& b) {
    check_same(a, b);
    return a.nano_ <=> b.nano_;
}

Money amount(const Quantity& quantity, const Decimal& unit_price, Currency currency) {
    const Wide product = wide(quantity.numerator()) * wide(unit_price.mantissa()) * nano_per_unit();
    const Wide divisor = wide(quantity.denominator()) * wide(power_of_ten(unit_price.scale()));
    return {narrow(divide_rounded(product, divisor)), currency};
}

Money amount(const Money& money, const Quantity& factor) {
    return {narrow(divide_rounded(wide(money.nano()) * wide(factor.numerator()),
                                  wide(factor.denominator()))),
            money.currency()};
}

Money rounded(const Money& money, int decimal_places) {
    REENTRY_CHECK(decimal_places >= 0 && decimal_places <= Money::places, "{} decimal places",
                  decimal_places);
    const Int128 step = power_of_ten(Money::places - decimal_places);
    return {narrow(divide_rounded(wide(money.nano()), wide(step)) * wide(step)), money.currency()};
}

std::vector<Money> allocate(const Money& total, std::span<const Int128> weights) {
    Wide sum = 0;
    for (const Int128 weight : weights) {
        REENTRY_CHECK(weight >= 0, "a share of {}", to_string(weight));
        sum += wide(weight);
    }
    REENTRY_CHECK(sum > 0, "no share of {} is above zero", weights.size());
    std::vector<Money> parts;
    std::vector<Wide> remainders;
    Int128 rest = total.nano();
    for (const Int128 weight : weights) {
        const Wide product = wide(total.nano()) * wide(weight);
        parts.emplace_back(narrow(product / sum), total.currency());
        remainders.push_back(abs(product % sum));
        rest -= parts.back().nano();
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](auto a, auto b) {
        return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
    });
    const Money step{total.is_negative() ? -1 : 1, total.currency()};
    for (std::size_t i = 0; rest != 0; ++i, rest -= step.nano()) parts[order[i]] += step;
    return parts;
}

}  // namespace reentry
