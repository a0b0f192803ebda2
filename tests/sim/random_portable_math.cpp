// Accuracy against the long double functions of the C library (64-bit significands: 11 bits to
// spare), and the bits themselves: a hash over some millions of results that every compiler and
// machine must reproduce.
#include "sim/portable_math.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

namespace sim = reentry::sim;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// A plain generator of its own, so that these tests depend on nothing else.
struct Weyl {
    std::uint64_t state = 0;
    std::uint64_t operator()() {
        std::uint64_t z = state += 0x9e37'79b9'7f4a'7c15;
        z = (z ^ (z >> 30)) * 0xbf58'476d'1ce4'e5b9;
        z = (z ^ (z >> 27)) * 0x94d0'49bb'1331'11eb;
        return z ^ (z >> 31);
    }
    double uniform(double low, double high) {
        return low + (high - low) * (static_cast<double>((*this)() >> 11) * 0x1p-53);
    }
};

double ulp(double x) {
    const double size = std::fabs(x);
    return std::nextafter(size, infinity) - size;
}

// The error of `value` in units of its last place.
double error(double value, long double exact) {
    return static_cast<double>(std::fabs(static_cast<long double>(value) - exact)) / ulp(value);
}

// A double of any size: random bits, sign cleared.
double any_positive(Weyl& random) {
    const double x = std::bit_cast<double>(random() >> 1);
    return std::isfinite(x) && x > 0 ? x : 1.5;
}

}  // namespace

TEST_CASE("log is within 0.51 ulp for all sizes and near one") {
    Weyl random;
    double worst = 0;
    for (int i = 0; i < 300'000; ++i) {
        for (const double x : {any_positive(random), random.uniform(0.5, 2),
                               1 + random.uniform(-1, 1) * 0x1p-20, random.uniform(0, 1)})
            if (x > 0 && x != 1)
                worst = std::max(worst, error(sim::log(x), std::log((long double)x)));
    }
    INFO("worst error ", worst);
    CHECK(worst < 0.51);
}

TEST_CASE("exp is within 0.7 ulp") {
    Weyl random;
    double worst = 0;
    for (int i = 0; i < 300'000; ++i) {
        for (const double x :
             {random.uniform(-707, 709.7), random.uniform(-2, 2), random.uniform(-1e-3, 1e-3)})
            worst = std::max(worst, error(sim::exp(x), std::exp((long double)x)));
    }
    INFO("worst error ", worst);
    CHECK(worst < 0.7);
}

TEST_CASE("log1p and expm1 keep their precision for small arguments") {
    Weyl random;
    double worst_log = 0, worst_exp = 0;
    for (int i = 0; i < 200'000; ++i) {
        const double scale = std::ldexp(1.0, -static_cast<int>(random() % 60));
        for (const double x : {random.uniform(-1, 1) * scale, random.uniform(-0.999, 40)})
            worst_log = std::max(worst_log, error(sim::log1p(x), std::log1p((long double)x)));
        for (const double x : {random.uniform(-1, 1) * scale, random.uniform(-40, 709)})
            worst_exp = std::max(worst_exp, error(sim::expm1(x), std::expm1((long double)x)));
    }
    INFO("worst errors ", worst_log, " and ", worst_exp);
    CHECK(worst_log < 1);
    CHECK(worst_exp < 1.5);
}

TEST_CASE("pow is within 0.7 ulp where the result is normal") {
    Weyl random;
    double worst = 0;
    for (int i = 0; i < 300'000; ++i) {
        const double x = i % 2 ? any_positive(random) : random.uniform(0, 4);
        const double y = random.uniform(-1, 1) * (i % 4 < 2 ? 5 : 300);
        const long double exact = std::pow((long double)x, (long double)y);
        if (exact > 1e307L || exact < 1e-307L) continue;
        worst = std::max(worst, error(sim::pow(x, y), exact));
    }
    INFO("worst error ", worst);
    CHECK(worst < 0.7);
}

TEST_CASE("Whole powers that a double holds are exact") {
    for (int n = 0; n <= 22; ++n) CHECK(sim::pow(10, n) == static_cast<double>(std::pow(10.0L, n)));
    for (int n = -1022; n <= 1023; ++n) CHECK(sim::pow(2, n) == std::ldexp(1.0, n));
    CHECK(sim::pow(9, 0.5) == 3);
    CHECK(sim::pow(4, -1) == 0.25);
    CHECK(sim::exp(0) == 1);
    CHECK(sim::log(1) == 0);
}

TEST_CASE("Edges follow IEEE 754") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(sim::log(0) == -infinity);
    CHECK(sim::log(infinity) == infinity);
    CHECK(std::isnan(sim::log(-1)));
    CHECK(std::isnan(sim::log(nan)));
    CHECK(sim::log(0x1p-1074) == doctest::Approx(-1074 * sim::log(2)));
    CHECK(sim::exp(710) == infinity);
    CHECK(sim::exp(-746) == 0);
    CHECK(sim::exp(-745.13) == 0x1p-1074);
    CHECK(sim::exp(infinity) == infinity);
    CHECK(sim::exp(-infinity) == 0);
    CHECK(std::isnan(sim::exp(nan)));
    CHECK(sim::log1p(-1) == -infinity);
    CHECK(std::isnan(sim::log1p(-2)));
    CHECK(sim::log1p(infinity) == infinity);
    CHECK(sim::expm1(infinity) == infinity);
    CHECK(sim::expm1(-infinity) == -1);
    CHECK(sim::pow(0, 2) == 0);
    CHECK(sim::pow(0, -2) == infinity);
    CHECK(sim::pow(0, 0) == 1);
    CHECK(sim::pow(infinity, -1) == 0);
    CHECK(sim::pow(infinity, 2) == infinity);
    CHECK(sim::pow(2, 5000) == infinity);
    CHECK(sim::pow(2, -5000) == 0);
    CHECK(sim::pow(0.5, infinity) == 0);
    CHECK(sim::pow(2, infinity) == infinity);
    CHECK(std::isnan(sim::pow(-2, 2)));
    CHECK(std::isnan(sim::pow(2, nan)));
    CHECK(sim::pow(2, -1074) == 0x1p-1074);
    CHECK(sim::pow(2, 1e-300) == 1);
}

// The expected number was computed once with g++ 12.2 -O2. A different one on another compiler or
// machine means that results are no longer the same bytes there
// (docs/decisions/0001-portable-bits.md).
TEST_CASE("Four million results have the same bits on every compiler and machine") {
    Weyl random;
    std::uint64_t hash = 0xcbf2'9ce4'8422'2325;
    const auto add = [&](double value) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x0000'0100'0000'01b3;
    };
    for (int i = 0; i < 800'000; ++i) {
        const double u = random.uniform(0, 1) + 0x1p-54;
        add(sim::log(u));
        add(sim::log(any_positive(random)));
        add(sim::exp(random.uniform(-745, 709)));
        add(sim::pow(u * 10, random.uniform(-50, 50)));
        add(i % 2 ? sim::log1p(-u * 0.99) : sim::expm1(-u));
    }
    CHECK(hash == 117'914'424'711'053'274U);
}
