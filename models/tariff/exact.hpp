// Exact arithmetic of rating: products in 256 bits, rounded once.
//
// These give the same figures as amount(Quantity, Decimal, Currency), without reducing fractions
// first, which would be most of the time that rating takes (a test compares the two).
#pragma once

#include "models/money/decimal.hpp"
#include "models/money/int128.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace reentry {

// a * b / divisor to the nearest whole number, halves away from zero; divisor > 0. A broken
// contract when the result does not fit 128 bits.
Int128 product_over(Int128 a, Int128 b, Int128 divisor);

// As product_over, rounded towards minus infinity.
Int128 product_over_down(Int128 a, Int128 b, Int128 divisor);

// The price of `amount` / `unit` units in 10^-9 of the currency, rounded once.
Int128 priced_nano(Int128 amount, Int128 unit, const Decimal& price);

// Adds to each part its share of `total`, in proportion to the weights; the shares add up to the
// total exactly. Every share is rounded towards zero, what remains goes in steps of one to the
// largest remainders, the first of equals first. Weights are not negative; they are compared to 62
// bits. Without any weight the first part takes all.
void add_shares(Int128 total, std::span<const Int128> weights, std::span<Int128> parts);

}  // namespace reentry
