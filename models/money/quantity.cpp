#include "models/money/quantity.hpp"

#include "models/money/wide.hpp"

namespace reentry {
namespace {

Quantity reduced(Wide numerator, Wide denominator) {
    const Wide divisor = gcd(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
    return {narrow(numerator), narrow(denominator)};
}

}  // namespace

Quantity::Quantity(Int128 numerator, Int128 denominator) {
    REENTRY_CHECK(denominator != 0, "a quantity over zero");
    const Int128 divisor = greatest_divisor(numerator, denominator);
    numerator_ = (denominator < 0 ? -numerator : numerator) / divisor;
    denominator_ = (denominator < 0 ? -denominator : denominator) / divisor;
}

Quantity Quantity::of(const Decimal& value) {
    return {value.mantissa(), power_of_ten(value.scale())};
}

Quantity Quantity::byte_time(Bytes bytes, sim::Duration time, Bytes unit, sim::Duration per) {
    return {static_cast<Int128>(bytes.count()) * time.count(),
            static_cast<Int128>(unit.count()) * per.count()};
}

double Quantity::to_double() const {
    return static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

Quantity Quantity::rounded_up() const {
    const Int128 whole = numerator_ / denominator_;
    const bool begun = numerator_ > 0 && numerator_ % denominator_ != 0;
    return {whole + (begun ? 1 : 0), 1};
}

Decimal Quantity::to_decimal(int places) const {
    const Wide scaled = wide(numerator_) * wide(power_of_ten(places));
    return {narrow(divide_rounded(scaled, wide(denominator_))), places};
}

Quantity operator+(const Quantity& a, const Quantity& b) {
    if (a.denominator_ == b.denominator_)
        return {checked_add(a.numerator_, b.numerator_), a.denominator_};
    return reduced(
        wide(a.numerator_) * wide(b.denominator_) + wide(b.numerator_) * wide(a.denominator_),
        wide(a.denominator_) * wide(b.denominator_));
}

Quantity operator-(const Quantity& a, const Quantity& b) {
    return a + Quantity{-b.numerator_, b.denominator_};
}

Quantity operator*(const Quantity& a, const Quantity& b) {
    return reduced(wide(a.numerator_) * wide(b.numerator_),
                   wide(a.denominator_) * wide(b.denominator_));
}

Quantity operator/(const Quantity& a, const Quantity& b) {
    REENTRY_CHECK(b.numerator_ != 0, "a quantity over zero");
    return a * Quantity{b.denominator_, b.numerator_};
}

std::strong_ordering operator<=>(const Quantity& a, const Quantity& b) {
    const Wide left = wide(a.numerator_) * wide(b.denominator_);
    const Wide right = wide(b.numerator_) * wide(a.denominator_);
    return left.compare(right) <=> 0;
}

}  // namespace reentry
