// 128-bit integers, which both our compilers have as an extension.
#pragma once

#include <cstdint>
#include <string>

namespace reentry {

__extension__ typedef __int128 Int128;

std::string to_string(Int128 value);

// 10^exponent, exact, for 0 <= exponent <= 38.
Int128 power_of_ten(int exponent);

// a * b and a + b; a broken contract when the result does not fit.
Int128 checked_multiply(Int128 a, Int128 b);
Int128 checked_add(Int128 a, Int128 b);

// Greatest common divisor, never negative.
Int128 greatest_divisor(Int128 a, Int128 b);

}  // namespace reentry
