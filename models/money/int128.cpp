#include "models/money/int128.hpp"

#include "models/money/wide.hpp"

namespace reentry {

std::string to_string(Int128 value) { return wide(value).str(); }

Int128 power_of_ten(int exponent) {
    REENTRY_CHECK(exponent >= 0 && exponent <= 38, "10^{} in 128 bits", exponent);
    Int128 result = 1;
    while (exponent-- > 0) result *= 10;
    return result;
}

Int128 checked_multiply(Int128 a, Int128 b) { return narrow(wide(a) * wide(b)); }

Int128 checked_add(Int128 a, Int128 b) {
    Int128 sum = 0;
    REENTRY_CHECK(!__builtin_add_overflow(a, b, &sum), "{} + {} does not fit 128 bits",
                  to_string(a), to_string(b));
    return sum;
}

Int128 greatest_divisor(Int128 a, Int128 b) {
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

}  // namespace reentry
