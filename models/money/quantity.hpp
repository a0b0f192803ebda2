// An exact quantity of something billed: a fraction of 128-bit whole numbers, such as
// byte-nanoseconds over GiB * 730 h. Kept in lowest terms with a positive denominator; a result
// that does not fit is a broken contract.
#pragma once

#include "models/money/decimal.hpp"
#include "models/units/bytes.hpp"

#include <compare>
#include <span>

namespace reentry {

class Quantity {
 public:
    constexpr Quantity() = default;
    constexpr Quantity(std::int64_t whole) : numerator_(whole) {}  // NOLINT: a count is a quantity
    Quantity(Int128 numerator, Int128 denominator);                // the denominator is not zero
    static Quantity of(const Decimal& value);

    // bytes held for a time, in units of `unit` for `per`: 1 TiB for 365 h is 512 in GiB and 730 h.
    static Quantity byte_time(Bytes bytes, sim::Duration time, Bytes unit, sim::Duration per);

    Int128 numerator() const { return numerator_; }
    Int128 denominator() const { return denominator_; }
    bool is_zero() const { return numerator_ == 0; }
    double to_double() const;

    // Rounded up to whole units, as bills that charge begun hours do.
    Quantity rounded_up() const;
    // Rounded to so many decimal places, halves away from zero.
    Decimal to_decimal(int places) const;

    friend Quantity operator+(const Quantity& a, const Quantity& b);
    friend Quantity operator-(const Quantity& a, const Quantity& b);
    friend Quantity operator*(const Quantity& a, const Quantity& b);
    friend Quantity operator/(const Quantity& a, const Quantity& b);  // b is not zero
    Quantity& operator+=(const Quantity& other) { return *this = *this + other; }
    Quantity& operator-=(const Quantity& other) { return *this = *this - other; }
    friend bool operator==(const Quantity&, const Quantity&) = default;
    friend std::strong_ordering operator<=>(const Quantity& a, const Quantity& b);

 private:
    Int128 numerator_ = 0;
    Int128 denominator_ = 1;
};

}  // namespace reentry
