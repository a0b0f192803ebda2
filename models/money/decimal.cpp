#include "models/money/decimal.hpp"

#include "models/money/wide.hpp"
#include "models/text.hpp"

#include <charconv>

namespace reentry {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Parsed<Decimal> not_a_number(std::string hint = {}) {
    return Parsed<Decimal>::failure("a number such as 12 or 0.0245", std::move(hint));
}

// What has been read of a number so far.
struct Digits {
    std::string significant;  // without leading zeros
    int places = 0;           // digits after the point
    bool any = false;
};

// Digits of the integral part; a blank may stand before each further group of exactly three.
void take_integral(std::string_view& text, Digits& digits) {
    int in_group = 0;
    while (!text.empty()) {
        const bool group_follows = in_group > 0 && in_group <= 3 && text.size() >= 4 &&
                                   text[0] == ' ' && is_digit(text[1]) && is_digit(text[2]) &&
                                   is_digit(text[3]) && (text.size() == 4 || !is_digit(text[4]));
        if (group_follows) {
            text.remove_prefix(1);
            in_group = 0;
        } else if (!is_digit(text[0])) {
            return;
        }
        digits.any = true;
        if (text[0] != '0' || !digits.significant.empty()) digits.significant += text[0];
        text.remove_prefix(1);
        ++in_group;
    }
}

void take_fraction(std::string_view& text, Digits& digits) {
    if (text.size() < 2 || text[0] != '.' || !is_digit(text[1])) return;
    text.remove_prefix(1);
    for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) {
        if (text[0] != '0' || !digits.significant.empty()) digits.significant += text[0];
        ++digits.places;
        digits.any = true;
    }
}

// "e-06"; leaves the text alone when no exponent follows.
int take_exponent(std::string_view& text) {
    if (text.size() < 2 || lower(text.substr(0, 1)) != "e") return 0;
    const char* begin = text.data() + (text[1] == '+' ? 2 : 1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), exponent);
    if (error != std::errc{}) return 0;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return exponent;
}

Parsed<Decimal> assembled(Digits digits, int exponent, bool negative) {
    while (!digits.significant.empty() && digits.significant.back() == '0') {
        digits.significant.pop_back();
        --digits.places;
    }
    if (digits.significant.empty()) return Decimal{};
    if (exponent < -1000 || exponent > 1000) return not_a_number("the exponent is out of range");
    int scale = digits.places - exponent;
    for (; scale < 0 && digits.significant.size() <= 38; ++scale) digits.significant += '0';
    if (digits.significant.size() > 38) return not_a_number("at most 38 digits are kept exactly");
    if (scale > Decimal::max_scale) return not_a_number("at most 30 decimal places are kept");
    Int128 mantissa = 0;
    for (const char c : digits.significant) mantissa = mantissa * 10 + (c - '0');
    return Decimal{negative ? -mantissa : mantissa, scale};
}

}  // namespace

Parsed<Decimal> take_decimal(std::string_view& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    Digits digits;
    take_integral(text, digits);
    take_fraction(text, digits);
    if (!digits.any) return not_a_number();
    const int exponent = take_exponent(text);
    return assembled(std::move(digits), exponent, negative);
}

Decimal::Decimal(Int128 mantissa, int scale) : mantissa_(mantissa), scale_(scale) {
    REENTRY_CHECK(scale >= 0 && scale <= 2 * max_scale, "decimal scale {}", scale);
    for (; scale_ > 0 && mantissa_ % 10 == 0; --scale_) mantissa_ /= 10;
    REENTRY_CHECK(scale_ <= max_scale, "{} decimal places", scale_);
}

Parsed<Decimal> Decimal::parse(std::string_view text) {
    text = trim(text);
    auto result = take_decimal(text);
    if (!result || text.empty()) return result;
    return not_a_number(
        text.find(',') != text.npos ? "use a point for decimals and blanks between thousands" : "");
}

double Decimal::to_double() const {
    const std::string digits = to_string();
    double result = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), result);
    return result;
}

std::string Decimal::to_string() const {
    std::string digits = reentry::to_string(mantissa_);
    if (scale_ == 0) return digits;
    const std::size_t sign = mantissa_ < 0 ? 1 : 0;
    const auto places = static_cast<std::size_t>(scale_);
    if (digits.size() - sign <= places)
        digits.insert(sign, places + 1 - (digits.size() - sign), '0');
    return digits.insert(digits.size() - places, ".");
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    if (a.scale_ < b.scale_) return b + a;
    return {
        checked_add(a.mantissa_, checked_multiply(b.mantissa_, power_of_ten(a.scale_ - b.scale_))),
        a.scale_};
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
    return {checked_multiply(a.mantissa_, b.mantissa_), a.scale_ + b.scale_};
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const Wide left = wide(a.mantissa_) * wide(power_of_ten(b.scale_));
    const Wide right = wide(b.mantissa_) * wide(power_of_ten(a.scale_));
    return left.compare(right) <=> 0;
}

Int128 rounded_product(const Decimal& value, Int128 factor) {
    return narrow(
        divide_rounded(wide(value.mantissa()) * wide(factor), wide(power_of_ten(value.scale()))));
}

}  // namespace reentry
