#include "sim/check.hpp"
#include "sim/random/distribution.hpp"
#include "sim/special_functions.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using doctest::Approx;
using reentry::ContractViolation;
using reentry::sim::Distribution;
using reentry::sim::Purpose;
using reentry::sim::Stream;

namespace {

// One of each, and parameters at the edges of their range.
std::vector<std::pair<std::string, Distribution>> all() {
    return {{"uniform", Distribution::uniform(-2, 5)},
            {"triangular", Distribution::triangular(1, 2, 6)},
            {"triangular, mode at the low end", Distribution::triangular(1, 1, 3)},
            {"triangular, mode at the high end", Distribution::triangular(1, 3, 3)},
            {"exponential", Distribution::exponential(4)},
            {"lognormal", Distribution::lognormal(3, 0.8)},
            {"lognormal from mean and p90", Distribution::lognormal_mean_p90(5, 9)},
            {"Weibull, falling rate", Distribution::weibull(0.7, 10)},
            {"Weibull, rising rate", Distribution::weibull(3, 10)},
            {"empirical", Distribution::empirical({{0, 1, 2}, {1, 4, 1}, {6, 8, 1}})}};
}

}  // namespace

TEST_CASE("The distribution function undoes the quantile") {
    for (const auto& [name, d] : all()) {
        INFO(name);
        double before = -1e300;
        for (int i = 1; i < 1000; ++i) {
            const double p = i / 1000.0, x = d.quantile(p);
            CHECK(d.cdf(x) == Approx(p).epsilon(1e-12));
            CHECK(x > before);
            before = x;
        }
        CHECK(d.cdf(-1e9) == 0);
        CHECK(d.cdf(1e9) == Approx(1).epsilon(1e-12));
    }
}

// The mean is the integral of the quantile over p; midpoints converge slowly for heavy tails, hence
// 2e-3.
TEST_CASE("The mean is the integral of the quantile") {
    for (const auto& [name, d] : all()) {
        INFO(name);
        double sum = 0;
        const int n = 200'000;
        for (int i = 0; i < n; ++i) sum += d.quantile((i + 0.5) / n);
        CHECK(d.mean() == Approx(sum / n).epsilon(2e-3));
    }
}

// Dvoretzky-Kiefer-Wolfowitz: P(sup |F_n - F| > e) <= 2 exp(-2 n e^2); e = 0.0123 gives 5e-7 at n =
// 50,000.
TEST_CASE("Samples follow their distribution") {
    for (const auto& [name, d] : all()) {
        INFO(name);
        Stream stream(11, 0, Purpose("sample").with(name));
        const int n = 50'000, points = 50;
        std::vector<int> below(points);
        for (int i = 0; i < n; ++i) {
            const double x = d.sample(stream);
            for (int k = 1; k < points; ++k) below[k] += x <= d.quantile(k / double(points));
        }
        for (int k = 1; k < points; ++k)
            CHECK(std::fabs(below[k] / double(n) - k / double(points)) < 0.0123);
        CHECK(stream.position() == n);
    }
}

TEST_CASE("Every distribution takes one draw, so that streams stay in step") {
    Stream a(1, 0, Purpose("step")), b(1, 0, Purpose("step"));
    for (const auto& [name, d] : all()) {
        (void)d.sample(a);
        (void)Distribution::constant(3).sample(b);
    }
    CHECK(a.position() == b.position());
    CHECK(a.next_u64() == b.next_u64());
    const auto d = Distribution::exponential(2);
    CHECK(d.sample_at(a, 5) == d.quantile(a.uniform_at(5)));
}

TEST_CASE("Known means and quantiles") {
    CHECK(Distribution().mean() == 0);
    CHECK(Distribution::constant(7).quantile(0.3) == 7);
    CHECK(Distribution::constant(7).is_constant());
    CHECK(Distribution::uniform(3, 3).quantile(0.5) == 3);
    CHECK(Distribution::triangular(1, 2, 6).mean() == 3);
    CHECK(Distribution::exponential(4).quantile(0.5) == Approx(4 * std::log(2)).epsilon(1e-15));
    CHECK(Distribution::weibull(1, 4).mean() == Approx(4).epsilon(1e-14));
    CHECK(Distribution::weibull(2, 1).mean() == Approx(std::sqrt(M_PI) / 2).epsilon(1e-14));
    CHECK(Distribution::weibull(1, 4).quantile(0.5) == Approx(4 * std::log(2)).epsilon(1e-14));
}

TEST_CASE("Lognormals meet what they are stated by") {
    const auto wait = Distribution::lognormal_median_p90(7, 20);
    CHECK(wait.quantile(0.5) == 7);
    CHECK(wait.quantile(0.9) == Approx(20).epsilon(1e-14));
    for (const double p90 : {1.0, 4.9, 5.0, 5.1, 9.0, 11.3}) {
        const auto d = Distribution::lognormal_mean_p90(5, p90);
        CHECK(d.mean() == Approx(5).epsilon(1e-13));
        CHECK(d.quantile(0.9) == Approx(p90).epsilon(1e-13));
    }
    // the greatest possible p90 / mean is exp(z^2 / 2) with z = 1.2816: 2.273
    CHECK_THROWS_AS(Distribution::lognormal_mean_p90(5, 11.5), ContractViolation);
    CHECK(Distribution::lognormal(3, 0).quantile(0.99) == 3);
    CHECK(Distribution::lognormal(3, 0).cdf(3) == 1);
}

TEST_CASE("Empirical distributions may hold points, gaps and empty bins") {
    // half of the weight at 2, half even over 4..8; the bin 2..3 is empty
    const auto d = Distribution::empirical({{2, 2, 5}, {2, 3, 0}, {4, 8, 5}});
    CHECK(d.quantile(0.2) == 2);
    CHECK(d.quantile(0.5) == 2);
    CHECK(d.quantile(0.75) == 6);
    CHECK(d.cdf(1.99) == 0);
    CHECK(d.cdf(2) == 0.5);
    CHECK(d.cdf(3.5) == 0.5);
    CHECK(d.cdf(8) == 1);
    CHECK(d.mean() == 4);
}

TEST_CASE("Parameters out of range are broken contracts") {
    CHECK_THROWS_AS(Distribution::uniform(2, 1), ContractViolation);
    CHECK_THROWS_AS(Distribution::triangular(1, 5, 3), ContractViolation);
    CHECK_THROWS_AS(Distribution::exponential(0), ContractViolation);
    CHECK_THROWS_AS(Distribution::lognormal(0, 1), ContractViolation);
    CHECK_THROWS_AS(Distribution::lognormal_median_p90(5, 4), ContractViolation);
    CHECK_THROWS_AS(Distribution::weibull(1, 0), ContractViolation);
    CHECK_THROWS_AS(Distribution::empirical({}), ContractViolation);
    CHECK_THROWS_AS(Distribution::empirical({{0, 2, 1}, {1, 3, 1}}), ContractViolation);
    CHECK_THROWS_AS(Distribution::empirical({{0, 2, 0}}), ContractViolation);
    CHECK_THROWS_AS((void)Distribution::uniform(0, 1).quantile(1), ContractViolation);
}

// As in random_portable_math.cpp: the same bits on every compiler and machine.
TEST_CASE("Samples have the same bits on every compiler and machine") {
    std::uint64_t hash = 0xcbf2'9ce4'8422'2325;
    for (const auto& [name, d] : all()) {
        Stream stream(99, 3, Purpose("bits").with(name));
        for (int i = 0; i < 20'000; ++i)
            hash = (hash ^ std::bit_cast<std::uint64_t>(d.sample(stream))) * 0x0000'0100'0000'01b3;
    }
    CHECK(hash == 6'263'912'021'307'528'056U);
}
