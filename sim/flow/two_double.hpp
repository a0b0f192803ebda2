// A running sum kept as an unevaluated pair of doubles: about 32 digits, so that a million
// additions and removals of weights, or years of attained service, leave no drift behind.
//
// Invariant: |low| is at most half a unit in the last place of high; so comparison is
// lexicographic. Source: D. E. Knuth, The Art of Computer Programming, vol. 2, 4.2.2 (the
// error-free sum of two numbers).
#pragma once

#include <compare>

namespace reentry::sim::flow {

struct TwoDouble {
    double high = 0.0;
    double low = 0.0;

    // Adds x; what the sum of the high parts loses is kept in the low part.
    constexpr void add(double x) {
        const double sum = high + x;
        const double shadow = sum - high;
        low += (high - (sum - shadow)) + (x - shadow);
        high = sum + low;
        low -= high - sum;
    }

    constexpr void add(const TwoDouble& other) {
        add(other.high);
        add(other.low);
    }

    constexpr void subtract(const TwoDouble& other) {
        add(-other.high);
        add(-other.low);
    }

    // The sum, rounded to one double.
    constexpr double value() const { return high; }

    friend constexpr auto operator<=>(const TwoDouble&, const TwoDouble&) = default;

    // Without branches: what heaps are ordered by.
    friend constexpr bool operator>(const TwoDouble& a, const TwoDouble& b) {
        return (a.high > b.high) | ((a.high == b.high) & (a.low > b.low));
    }
};

// a - b, rounded to one double.
constexpr double difference(const TwoDouble& a, const TwoDouble& b) {
    return (a.high - b.high) + (a.low - b.low);
}

}  // namespace reentry::sim::flow
