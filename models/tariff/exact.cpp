#include "models/tariff/exact.hpp"

#include "models/money/money.hpp"

#include <algorithm>
#include <numeric>

namespace reentry {
namespace {

__extension__ typedef unsigned __int128 UInt128;

struct Product {
    UInt128 high = 0, low = 0;
};

UInt128 magnitude(Int128 value) {
    return value < 0 ? -static_cast<UInt128>(value) : static_cast<UInt128>(value);
}

Product multiply(UInt128 a, UInt128 b) {
    constexpr UInt128 mask = ~std::uint64_t{0};
    const UInt128 a0 = a & mask, a1 = a >> 64, b0 = b & mask, b1 = b >> 64;
    const UInt128 low = a0 * b0;
    const UInt128 middle = a1 * b0 + (low >> 64);
    const UInt128 cross = a0 * b1 + (middle & mask);
    return {a1 * b1 + (middle >> 64) + (cross >> 64), (cross << 64) | (low & mask)};
}

struct Division {
    UInt128 quotient = 0, remainder = 0;
};

// Schoolbook division bit by bit, for products beyond 128 bits. The divisor is below 2^127.
Division divide(const Product& product, UInt128 divisor) {
    if (product.high == 0) return {product.low / divisor, product.low % divisor};
    REENTRY_CHECK(product.high < divisor, "a quotient beyond 128 bits");
    Division result{0, product.high};
    for (int bit = 127; bit >= 0; --bit) {
        result.remainder = (result.remainder << 1) | ((product.low >> bit) & 1);
        result.quotient <<= 1;
        if (result.remainder >= divisor) result.remainder -= divisor, result.quotient |= 1;
    }
    return result;
}

Int128 with_sign(UInt128 value, bool negative) {
    REENTRY_CHECK(value >> 127 == 0, "a quotient beyond 127 bits");
    return negative ? -static_cast<Int128>(value) : static_cast<Int128>(value);
}

struct Remainder128 {
    UInt128 left = 0;
    std::size_t part = 0;
};

int bits_above(UInt128 value, int kept) {
    int shift = 0;
    while ((value >> shift) >> kept != 0) ++shift;
    return shift;
}

}  // namespace

Int128 product_over(Int128 a, Int128 b, Int128 divisor) {
    REENTRY_CHECK(divisor > 0, "division by {}", to_string(divisor));
    const auto d = static_cast<UInt128>(divisor);
    Division result = divide(multiply(magnitude(a), magnitude(b)), d);
    if (result.remainder >= d - result.remainder) ++result.quotient;
    return with_sign(result.quotient, (a < 0) != (b < 0));
}

Int128 product_over_down(Int128 a, Int128 b, Int128 divisor) {
    REENTRY_CHECK(divisor > 0, "division by {}", to_string(divisor));
    Division result = divide(multiply(magnitude(a), magnitude(b)), static_cast<UInt128>(divisor));
    const bool negative = (a < 0) != (b < 0);
    if (negative && result.remainder > 0) ++result.quotient;
    return with_sign(result.quotient, negative);
}

Int128 priced_nano(Int128 amount, Int128 unit, const Decimal& price) {
    const int scale = price.scale();
    constexpr Int128 roomy = static_cast<Int128>(1) << 93;  // times 10^10 it still fits
    if (scale <= Money::places) {
        const Int128 factor = power_of_ten(Money::places - scale);
        return product_over(checked_multiply(price.mantissa(), factor), amount, unit);
    }
    if (scale <= Money::places + 10 && unit < roomy)
        return product_over(price.mantissa(), amount, unit * power_of_ten(scale - Money::places));
    return reentry::amount(Quantity(amount, unit), price, Currency{}).nano();
}

void add_shares(Int128 total, std::span<const Int128> weights, std::span<Int128> parts) {
    REENTRY_CHECK(weights.size() == parts.size() && !parts.empty(), "{} weights for {} parts",
                  weights.size(), parts.size());
    UInt128 sum = 0;
    for (const Int128 weight : weights) sum += static_cast<UInt128>(weight);
    if (parts.size() == 1 || sum == 0) {
        parts[0] += total;
        return;
    }
    const int shift = bits_above(sum, 62);
    UInt128 scaled = 0;
    for (const Int128 weight : weights) scaled += static_cast<UInt128>(weight) >> shift;
    const bool negative = total < 0;
    UInt128 left = magnitude(total);
    const UInt128 whole = left / scaled, rest = left % scaled;
    std::vector<Remainder128> remainders;
    remainders.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const UInt128 weight = static_cast<UInt128>(weights[i]) >> shift;
        const UInt128 product = weight * rest;
        const UInt128 share = weight * whole + product / scaled;
        left -= share;
        parts[i] += with_sign(share, negative);
        remainders.push_back({product % scaled, i});
    }
    const auto steps = static_cast<std::size_t>(left);
    std::nth_element(remainders.begin(), remainders.begin() + static_cast<std::ptrdiff_t>(steps),
                     remainders.end(), [](const Remainder128& a, const Remainder128& b) {
                         return a.left != b.left ? a.left > b.left : a.part < b.part;
                     });
    for (std::size_t i = 0; i < steps; ++i) parts[remainders[i].part] += negative ? -1 : 1;
}

}  // namespace reentry
