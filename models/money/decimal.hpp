// Exact decimal numbers: prices, exchange rates and the figures in front of a unit are read into
// these.
//
// Invariant: value = mantissa * 10^-scale with 0 <= scale <= 30 and no trailing zero in the
// mantissa while scale > 0, so that equal values are equal members. Nothing rounds; a result that
// does not fit 128 bits is a broken contract.
#pragma once

#include "models/money/int128.hpp"
#include "models/units/parsed.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace reentry {

class Decimal {
 public:
    static constexpr int max_scale = 30;

    constexpr Decimal() = default;
    Decimal(Int128 mantissa, int scale);

    // "12", "-0.0000055000", "5.5e-06", "1 234.56". Fails on commas, empty text and more than 30
    // places.
    static Parsed<Decimal> parse(std::string_view text);

    Int128 mantissa() const { return mantissa_; }
    int scale() const { return scale_; }
    bool is_zero() const { return mantissa_ == 0; }
    bool is_negative() const { return mantissa_ < 0; }
    bool is_whole() const { return scale_ == 0; }

    double to_double() const;       // the nearest double
    std::string to_string() const;  // plain digits, no exponent; parse() gives the same value back

    friend Decimal operator+(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a, const Decimal& b);
    friend Decimal operator*(const Decimal& a, const Decimal& b);
    friend Decimal operator-(const Decimal& a) { return {-a.mantissa_, a.scale_}; }
    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
    Int128 mantissa_ = 0;
    int scale_ = 0;
};

// Takes the number that the text begins with off its front, leaving what follows ("40 TB" leaves "
// TB").
Parsed<Decimal> take_decimal(std::string_view& text);

// value * factor rounded once to a whole number, halves away from zero. A broken contract beyond
// 128 bits.
Int128 rounded_product(const Decimal& value, Int128 factor);

}  // namespace reentry
