// Special functions against the long double functions of the C library and against published
// tables.
#include "sim/special_functions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>

namespace sim = reentry::sim;
using doctest::Approx;

TEST_CASE("The gamma function and its logarithm") {
    double worst_log = 0, worst = 0;
    for (double x = 0.01; x < 170; x += 0.013) {
        const long double exact_log = std::lgamma((long double)x),
                          exact = std::tgamma((long double)x);
        worst_log =
            std::max(worst_log, static_cast<double>(std::fabs(sim::log_gamma(x) - exact_log) /
                                                    std::max(1.0L, std::fabs(exact_log))));
        worst = std::max(worst, static_cast<double>(std::fabs(sim::gamma(x) / exact - 1)));
    }
    INFO("worst errors ", worst_log, " and ", worst);
    CHECK(worst_log < 1e-14);
    CHECK(worst < 1e-13);
    CHECK(sim::gamma(5) == Approx(24).epsilon(1e-14));
    CHECK(std::isnan(sim::gamma(-0.5)));
}

TEST_CASE("The normal distribution keeps its relative precision into the tail") {
    double worst = 0;
    for (double x = -37; x < 9; x += 0.0037) {
        const long double exact = 0.5L * std::erfc(-(long double)x / std::sqrt(2.0L));
        worst = std::max(worst, static_cast<double>(std::fabs(sim::normal_cdf(x) / exact - 1)));
    }
    INFO("worst error ", worst);
    CHECK(worst < 1e-13);
    CHECK(sim::normal_cdf(0) == 0.5);
    CHECK(sim::normal_cdf(-100) == 0);
    CHECK(sim::normal_cdf(100) == 1);
}

TEST_CASE("The normal quantile is the inverse of the distribution") {
    for (double p = 0x1p-60; p < 0.4; p *= 1.37) {
        const double x = sim::normal_quantile(p);
        // d log p / dx is about -x in the tail: an error e of x is one of |x| e of p
        CHECK(sim::normal_cdf(x) == Approx(p).epsilon(1e-14 * (10 + x * x)));
        CHECK(sim::normal_quantile(1 - 0x1p-40) == -sim::normal_quantile(0x1p-40));
    }
    // Wichura's check values
    CHECK(sim::normal_quantile(0.25) == Approx(-0.6744897501960817).epsilon(1e-15));
    CHECK(sim::normal_quantile(0.001) == Approx(-3.090232306167814).epsilon(1e-15));
    CHECK(sim::normal_quantile(1e-20) == Approx(-9.262340089798408).epsilon(1e-15));
    CHECK(sim::normal_quantile(0.5) == 0);
    CHECK(sim::normal_quantile(0) == -std::numeric_limits<double>::infinity());
    CHECK(std::isnan(sim::normal_quantile(1.5)));
}

TEST_CASE("Student's t agrees with the printed tables and with closed forms") {
    CHECK(sim::student_quantile(0.975, 1) == Approx(12.7062047361747).epsilon(1e-12));
    CHECK(sim::student_quantile(0.975, 2) == Approx(4.30265272974946).epsilon(1e-12));
    CHECK(sim::student_quantile(0.975, 5) == Approx(2.57058183563631).epsilon(1e-12));
    CHECK(sim::student_quantile(0.95, 10) == Approx(1.81246112281168).epsilon(1e-12));
    CHECK(sim::student_quantile(0.995, 30) == Approx(2.74999565356719).epsilon(1e-12));
    CHECK(sim::student_quantile(0.975, 1e6) == Approx(1.95996635682).epsilon(1e-10));
    CHECK(sim::student_quantile(0.25, 5) == -sim::student_quantile(0.75, 5));
    CHECK(sim::student_quantile(0.5, 3) == 0);
    for (double t = -20; t <= 20; t += 0.37) {
        // one degree: 1/2 + atan(t)/pi; two degrees: 1/2 + t / (2 sqrt(2 + t^2))
        CHECK(sim::student_cdf(t, 1) == Approx(0.5 + std::atan(t) / M_PI).epsilon(1e-12));
        CHECK(sim::student_cdf(t, 2) ==
              Approx(0.5 + t / (2 * std::sqrt(2 + t * t))).epsilon(1e-12));
        for (const double degrees : {1.0, 3.0, 17.0, 400.0})
            if (std::fabs(t) < 6 && t != 0) {
                const double p = sim::student_cdf(t, degrees);
                if (p < 0.999999)
                    CHECK(sim::student_quantile(p, degrees) == Approx(t).epsilon(1e-8));
            }
    }
}

TEST_CASE("The binomial distribution is the sum of its terms") {
    for (const int n : {1, 7, 40})
        for (const double p : {0.01, 0.3, 0.95}) {
            double sum = 0, term = std::pow(1 - p, n);
            for (int k = 0; k <= n; ++k) {
                sum += term;
                CHECK(sim::binomial_cdf(k, n, p) == Approx(sum).epsilon(1e-12));
                term *= (n - k) * p / ((k + 1) * (1 - p));
            }
        }
    CHECK(sim::binomial_cdf(-1, 5, 0.5) == 0);
    // symmetry: half of a fair odd number of trials lies at or below (n - 1) / 2
    CHECK(sim::binomial_cdf(4'999, 9'999, 0.5) == Approx(0.5).epsilon(1e-10));
}

// As in random_portable_math.cpp: the same bits on every compiler and machine.
TEST_CASE("Special functions have the same bits on every compiler and machine") {
    std::uint64_t hash = 0xcbf2'9ce4'8422'2325;
    const auto add = [&](double value) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x0000'0100'0000'01b3;
    };
    for (int i = 1; i < 40'000; ++i) {
        const double p = i / 40'000.0;
        add(sim::normal_quantile(p));
        add(sim::normal_cdf(80 * p - 40));
        add(sim::log_gamma(p * 200));
        if (i % 40 == 0) add(sim::student_quantile(p, 1 + i % 30));
    }
    CHECK(hash == 12'243'391'017'489'196'955U);
}
