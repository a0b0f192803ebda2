#include "sim/portable_math.hpp"

#include <array>
#include <bit>
#include <cfloat>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#if defined(__FAST_MATH__)
#error "portable results need IEEE 754 arithmetic: do not compile with -ffast-math"
#endif
static_assert(FLT_EVAL_METHOD == 0, "doubles must be computed in double precision");
static_assert(std::numeric_limits<double>::is_iec559);

namespace reentry::sim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// ln 2 in two parts; the first has 42 bits, so that its product with an exponent is exact.
constexpr double ln2_high = 0x1.62e42fefa38p-1;
constexpr double ln2_low = 0x1.ef35793c7673p-45;

// An unevaluated sum, |low| <= half an ulp of high: about 106 bits.
struct Double2 {
    double high;
    double low;
};

// a + b exactly, for |a| >= |b| or a = 0 (Dekker 1971).
Double2 fast_two_sum(double a, double b) {
    const double sum = a + b;
    return {sum, b - (sum - a)};
}

// a * b exactly by Veltkamp's split; operands below 2^996, product far from underflow.
Double2 two_product(double a, double b) {
    constexpr double splitter = 134'217'729;  // 2^27 + 1
    const double ta = splitter * a, tb = splitter * b;
    const double ah = ta - (ta - a), al = a - ah;
    const double bh = tb - (tb - b), bl = b - bh;
    const double product = a * b;
    return {product, ((ah * bh - product) + ah * bl + al * bh) + al * bl};
}

// Relative error about 2^-102.
Double2 multiply(Double2 a, Double2 b) {
    const Double2 p = two_product(a.high, b.high);
    return fast_two_sum(p.high, p.low + (a.high * b.low + a.low * b.high));
}

// 2^exponent for -1022 <= exponent <= 1023.
double power_of_two(int exponent) {
    return std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52);
}

// x = 2^exponent * significand with sqrt(1/2) <= significand < sqrt(2); x is positive and finite.
struct Split {
    double significand;
    int exponent;
};

Split split(double x) {
    int exponent = 0;
    if (x < DBL_MIN) {
        x *= 0x1p54;
        exponent = -54;
    }
    const auto bits = std::bit_cast<std::uint64_t>(x);
    exponent += static_cast<int>(bits >> 52) - 1023;
    double significand =
        std::bit_cast<double>((bits & 0x000f'ffff'ffff'ffff) | 0x3ff0'0000'0000'0000);
    if (significand >= 0x1.6a09e667f3bcdp0) {
        significand /= 2;
        ++exponent;
    }
    return {significand, exponent};
}

// c[0] + c[1] x + c[2] x^2 ...
template <std::size_t terms>
double polynomial(double x, const std::array<double, terms>& c) {
    double sum = c[terms - 1];
    for (std::size_t i = terms - 1; i-- > 0;) sum = sum * x + c[i];
    return sum;
}

// 1/5, 1/7, 1/9 ... 1/25
constexpr auto odd_reciprocals = [] {
    std::array<double, 11> c{};
    for (int i = 0; i < 11; ++i) c[static_cast<std::size_t>(i)] = 1.0 / (2 * i + 5);
    return c;
}();

// 1/2!, 1/3!, 1/4! ... 1/14!: the factorials are exact, so each term is rounded once.
constexpr auto inverse_factorials = [] {
    std::array<double, 13> c{};
    double factorial = 1;
    for (int i = 0; i < 13; ++i) {
        factorial *= i + 2;
        c[static_cast<std::size_t>(i)] = 1 / factorial;
    }
    return c;
}();

// log((1 + s) / (1 - s)) = 2 s (1 + z/3 + z^2/5 + z^3/7 ...), z = s^2, for |s| <= 0.172 (z <=
// 0.0295). The first two terms are summed in Double2; from the third on one double suffices (weight
// below 2^-12).
Double2 twice_atanh(Double2 s) {
    const Double2 z = multiply(s, s);
    const double rest = polynomial(z.high, odd_reciprocals);
    constexpr Double2 third{0x1.5555555555555p-2, 0x1.5555555555555p-56};
    const Double2 first = multiply(z, third);
    const Double2 factor = fast_two_sum(first.high, first.low + z.high * z.high * rest);
    const Double2 correction = multiply(s, factor);
    const Double2 sum = fast_two_sum(s.high, correction.high);
    return {2 * sum.high, 2 * (sum.low + (s.low + correction.low))};
}

// log of exponent * ln 2 + log(1 + f), |f| < 0.42, with about 64 good bits.
Double2 log_parts(int exponent, double f) {
    const double divisor = 2 + f;
    const double divisor_low = f - (divisor - 2);
    const double quotient = f / divisor;
    const Double2 product = two_product(quotient, divisor);
    const double remainder = (f - product.high) - product.low - quotient * divisor_low;
    const Double2 mantissa = twice_atanh({quotient, remainder / divisor});
    const Double2 sum = fast_two_sum(exponent * ln2_high, mantissa.high);
    return fast_two_sum(sum.high, sum.low + (exponent * ln2_low + mantissa.low));
}

Double2 log_parts(double x) {
    const auto [significand, exponent] = split(x);
    return log_parts(exponent, significand - 1);
}

// (exp(r) - 1 - r) / r^2 = 1/2! + r/3! + r^2/4! ... for |r| <= 0.35, error below 2^-58.
double exp_rest(double r) { return polynomial(r, inverse_factorials); }

// x = exponent * ln 2 + high + low with |high| <= 0.35.
struct ExpArgument {
    int exponent;
    Double2 rest;
};

ExpArgument reduce(Double2 x) {
    constexpr double inverse_ln2 = 0x1.71547652b82fep0;
    const double turns = std::floor(x.high * inverse_ln2 + 0.5);
    const double high = x.high - turns * ln2_high;
    const Double2 rest = fast_two_sum(high, x.low - turns * ln2_low);
    return {static_cast<int>(turns), rest};
}

double exp_parts(Double2 x) {
    if (x.high > 709.8) return infinity;
    if (x.high < -745.2) return 0;
    const auto [exponent, r] = reduce(x);
    const Double2 sum = fast_two_sum(1, r.high);
    const double value = sum.high + (sum.low + (r.low + r.high * r.high * exp_rest(r.high)));
    const int half = exponent / 2;  // two steps, as 2^1024 and 2^-1074 are no normal numbers
    return value * power_of_two(half) * power_of_two(exponent - half);
}

}  // namespace

double log(double x) {
    if (!(x > 0)) return x == 0 ? -infinity : not_a_number;
    return x == infinity ? x : log_parts(x).high;
}

double log1p(double x) {
    if (!(x > -1)) return x == -1 ? -infinity : not_a_number;
    if (std::fabs(x) < 0x1p-54) return x;
    if (x > -0.29 && x < 0.41) return log_parts(0, x).high;
    const double sum = 1 + x;  // what the sum loses is a small correction of the logarithm
    const double lost = x - (sum - 1);
    return x > 0x1p53 ? log(x) : log(sum) + lost / sum;
}

double exp(double x) { return x != x ? x : exp_parts({x, 0}); }

double expm1(double x) {
    if (x != x) return x;
    if (x > 709.8) return infinity;
    if (x < -40) return -1;
    const auto [exponent, r] = reduce({x, 0});
    const double rest = r.low + r.high * r.high * exp_rest(r.high);
    if (exponent == 0) return r.high + rest;
    const double scale = power_of_two(exponent == 1024 ? 1023 : exponent);
    const double value = (exponent == 1024 ? 2 : 1) * (r.high + rest);
    if (exponent == 1024) return (2 + value) * scale - 1;
    return exponent > 53 ? (1 + value) * scale - 1 : (scale - 1) + value * scale;
}

double pow(double x, double y) {
    if (y == 0 || x == 1) return 1;
    if (!(x >= 0) || y != y) return not_a_number;
    if (x == 0 || x == infinity) return (x == 0) == (y > 0) ? 0 : infinity;
    const Double2 logarithm = log_parts(x);
    const double estimate = logarithm.high * y;
    if (!(std::fabs(estimate) < 750)) return estimate > 0 ? infinity : estimate < 0 ? 0 : 1;
    if (std::fabs(y) > 0x1p990 || std::fabs(estimate) < 0x1p-60) return 1 + estimate;
    return exp_parts(multiply(logarithm, {y, 0}));
}

}  // namespace reentry::sim
