// 512-bit intermediates, for the .cpp files of this folder only: the product of a 128-bit quantity,
// a 128-bit price and 10^9 is formed here exactly before the single rounding.
#pragma once

#include "models/money/int128.hpp"
#include "sim/check.hpp"

#include <boost/multiprecision/cpp_int.hpp>

namespace reentry {

using Wide = boost::multiprecision::int512_t;

inline Wide wide(Int128 value) {
    __extension__ typedef unsigned __int128 Unsigned128;
    const Unsigned128 magnitude =
        value < 0 ? -static_cast<Unsigned128>(value) : static_cast<Unsigned128>(value);
    Wide result = static_cast<std::uint64_t>(magnitude >> 64);
    result <<= 64;
    result += static_cast<std::uint64_t>(magnitude);
    return value < 0 ? Wide(-result) : result;
}

inline Int128 narrow(const Wide& value) {
    const Wide magnitude = abs(value);
    REENTRY_CHECK(magnitude == 0 || msb(magnitude) < 127, "{} does not fit 128 bits", value.str());
    const auto high = static_cast<std::uint64_t>(magnitude >> 64);
    const auto low = static_cast<std::uint64_t>(magnitude & Wide(~std::uint64_t{0}));
    const Int128 result = (static_cast<Int128>(high) << 64) | static_cast<Int128>(low);
    return value < 0 ? -result : result;
}

// numerator / denominator to the nearest whole number, halves away from zero. The denominator is
// positive.
inline Wide divide_rounded(const Wide& numerator, const Wide& denominator) {
    REENTRY_CHECK(denominator > 0, "division by {}", denominator.str());
    const Wide magnitude = (abs(numerator) * 2 + denominator) / (denominator * 2);
    return numerator < 0 ? Wide(-magnitude) : magnitude;
}

}  // namespace reentry
