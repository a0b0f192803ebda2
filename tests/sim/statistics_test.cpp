#include "sim/statistics.hpp"

#include "sim/check.hpp"
#include "sim/random/distribution.hpp"
#include "sim/special_functions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

using namespace reentry::sim;
using namespace std::chrono_literals;
using doctest::Approx;
using reentry::ContractViolation;

namespace {

using Sample = std::vector<double>;

Sample draws(const Distribution& d, std::uint64_t replication, int n) {
    Stream stream(2027, replication, Purpose("statistics"));
    Sample sample;
    for (int i = 0; i < n; ++i) sample.push_back(d.sample(stream));
    return sample;
}

Sample normal_draws(std::uint64_t replication, int n) {
    Sample sample = draws(Distribution::uniform(0, 1), replication, n);
    for (double& value : sample) value = 10 + 3 * normal_quantile(value);
    return sample;
}

// How far a share of `trials` may lie from `expected`: five standard deviations of the binomial.
double tolerance(double expected, int trials) {
    return 5 * std::sqrt(expected * (1 - expected) / trials);
}

}  // namespace

// 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squared differences 9+1+1+1+0+0+4+16 = 32, variance 32/7.
TEST_CASE("Moments of a textbook sample") {
    const Moments m(Sample{2, 4, 4, 4, 5, 5, 7, 9});
    CHECK(m.count() == 8);
    CHECK(m.mean() == 5);
    CHECK(m.sum() == 40);
    CHECK(m.variance() == Approx(32.0 / 7));
    CHECK(m.standard_error() == Approx(std::sqrt(32.0 / 7 / 8)));
    CHECK(m.least() == 2);
    CHECK(m.greatest() == 9);
    CHECK(Moments{}.mean() == 0);
    CHECK(Moments(Sample{3}).variance() == 0);
}

TEST_CASE("Variance survives a large common offset") {
    const Moments m(Sample{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16});  // 4, 7, 13, 16: variance 30
    CHECK(m.variance() == Approx(30).epsilon(1e-9));
}

TEST_CASE("Merged moments are those of the joined samples") {
    const auto sample = normal_draws(1, 1000);
    for (const int cut : {0, 1, 500, 1000}) {
        const std::span<const double> all(sample);
        Moments a(all.first(cut));
        a.merge(Moments(all.subspan(cut)));
        const Moments whole(sample);
        CHECK(a.count() == 1000);
        CHECK(a.mean() == Approx(whole.mean()).epsilon(1e-12));
        CHECK(a.variance() == Approx(whole.variance()).epsilon(1e-12));
        CHECK(a.least() == whole.least());
        CHECK(a.greatest() == whole.greatest());
    }
}

// R: quantile(c(1, 2, 4, 8, 16), c(0.1, 0.25, 0.5, 0.9), type = 7) is 1.4 2.0 4.0 12.8
TEST_CASE("Quantiles are those of type 7") {
    const Sample sample{16, 1, 4, 8, 2};
    CHECK(quantile(sample, 0) == 1);
    CHECK(quantile(sample, 0.1) == Approx(1.4));
    CHECK(quantile(sample, 0.25) == 2);
    CHECK(quantile(sample, 0.5) == 4);
    CHECK(quantile(sample, 0.9) == Approx(12.8));
    CHECK(quantile(sample, 1) == 16);
    CHECK(quantile(Sample{3}, 0.7) == 3);
    CHECK_THROWS_AS(quantile(Sample{}, 0.5), ContractViolation);
    CHECK_THROWS_AS(quantile(sample, 1.1), ContractViolation);
}

// Mean 5, s^2 = 32/7, n = 8, t(0.975, 7) = 2.364624: half width 2.364624 * 0.755929 = 1.787488
TEST_CASE("The t interval of a textbook sample") {
    const auto interval = mean_interval(Moments(Sample{2, 4, 4, 4, 5, 5, 7, 9}));
    REQUIRE(interval);
    CHECK(interval->half_width() == Approx(1.787488).epsilon(1e-6));
    CHECK(interval->low == Approx(3.212512).epsilon(1e-6));
    CHECK(interval->level == 0.95);
    CHECK_FALSE(mean_interval(Moments(Sample{1})));
}

TEST_CASE("t intervals of normal samples cover the mean as often as they say") {
    const int trials = 4000;
    for (const double level : {0.8, 0.95})
        for (const int n : {3, 20}) {
            int covered = 0;
            for (int i = 0; i < trials; ++i)
                covered += mean_interval(Moments(normal_draws(i, n)), level)->contains(10);
            CHECK(std::fabs(covered / double(trials) - level) < tolerance(level, trials));
        }
}

// Wilson 1927 with z = 1.96: 10 of 10 is [1/(1 + z^2/10), 1] = [0.7225, 1]; 2 of 10 is [0.0567,
// 0.5098]
TEST_CASE("Wilson's interval stays within 0 and 1") {
    CHECK(probability_interval(10, 10).low == Approx(0.7225).epsilon(1e-4));
    CHECK(probability_interval(10, 10).high == 1);
    CHECK(probability_interval(0, 10).low == 0);
    CHECK(probability_interval(2, 10).low == Approx(0.0567).epsilon(1e-3));
    CHECK(probability_interval(2, 10).high == Approx(0.5098).epsilon(1e-3));
    CHECK_THROWS_AS(probability_interval(3, 2), ContractViolation);
}

// The exact coverage, summed over all outcomes, averaged over probabilities, is near the level.
TEST_CASE("Wilson's interval covers the probability about as often as it says") {
    const int n = 50;
    double coverage = 0;
    int points = 0;
    for (double p = 0.05; p < 0.951; p += 0.01, ++points)
        for (int k = 0; k <= n; ++k)
            if (probability_interval(k, n).contains(p))
                coverage += binomial_cdf(k, n, p) - binomial_cdf(k - 1, n, p);
    CHECK(coverage / points == Approx(0.95).epsilon(0.01));
}

// n = 10, median, 95 %: P(Bin(10, 1/2) <= 1) = 11/1024 = 0.0107 and <= 2 is 0.0547: ranks 2 and 9.
TEST_CASE("The interval of a quantile lies between order statistics") {
    const Sample sample{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    const auto interval = quantile_interval(sample, 0.5);
    REQUIRE(interval);
    CHECK(interval->low == 2);
    CHECK(interval->high == 9);
    CHECK_FALSE(quantile_interval(sample, 0.95));  // would need 1 - 0.95^n >= 0.975: n = 72
    CHECK_FALSE(quantile_interval(Sample{}, 0.5));
    CHECK_FALSE(quantile_interval(Sample(71), 0.95));
    CHECK(quantile_interval(Sample(72), 0.95));
}

TEST_CASE("Quantile intervals cover with at least their level, for any distribution") {
    const int trials = 2000, n = 120;
    const auto d = Distribution::lognormal(5, 1.2);
    for (const double p : {0.5, 0.9}) {
        int covered = 0;
        for (int i = 0; i < trials; ++i)
            covered += quantile_interval(sorted(draws(d, i, n)), p)->contains(d.quantile(p));
        CHECK(covered / double(trials) > 0.95 - tolerance(0.95, trials));
        CHECK(covered / double(trials) < 0.985);  // and are not much too wide
    }
}

TEST_CASE("Pairs with common random numbers give a far narrower interval") {
    const auto a = draws(Distribution::exponential(10), 1, 200);
    const auto b = draws(Distribution::exponential(9), 1, 200);
    const auto c = draws(Distribution::exponential(9), 2, 200);
    const auto together = paired_interval(a, b), apart = paired_interval(a, c);
    REQUIRE(together);
    CHECK(paired_interval(a, b, 0.9999)->contains(1));
    CHECK(together->half_width() < apart->half_width() / 5);
    CHECK_THROWS_AS(paired_interval(a, Sample{1}), ContractViolation);
}

TEST_CASE("Batch means drop the warm-up that fills no batch") {
    CHECK(batch_means(Sample{99, 1, 2, 3, 4, 5, 6}, 3) == Sample{1.5, 3.5, 5.5});
    CHECK(batch_means(Sample{1}, 2).empty());
    CHECK(Moments(batch_means(Sample{1, 2, 3, 4}, 2)).mean() == 2.5);
}

// An AR(1) series x' = 0.9 x + e: its mean is 0, and a plain t interval would be about 4.4 times
// too narrow (sqrt((1 + 0.9) / (1 - 0.9))). Batches of 200 steps are nearly independent.
TEST_CASE("Batch means cover the mean of a correlated series") {
    const int trials = 400;
    int plain = 0, batched = 0;
    for (int i = 0; i < trials; ++i) {
        auto series = normal_draws(i, 4000);
        double x = 0;
        for (double& value : series) value = x = 0.9 * x + (value - 10);
        plain += mean_interval(Moments(series))->contains(0);
        batched += mean_interval(Moments(batch_means(series, 20)))->contains(0);
    }
    CHECK(plain < 0.5 * trials);
    CHECK(batched > (0.93 - tolerance(0.93, trials)) * trials);
}

// 2 for 10 s, 5 for 30 s, 1 for 20 s: 20 + 150 + 20 = 190 over 60 s
TEST_CASE("A time average weighs values by how long they lasted") {
    const Time begin{100s};
    TimeAverage queue(begin, 2);
    CHECK(queue.average(begin) == 2);
    queue.set(begin + 10s, 9);
    queue.set(begin + 10s, 5);  // 9 did not last
    queue.change(begin + 40s, -4);
    CHECK(queue.value() == 1);
    CHECK(queue.integral(begin + 60s) == Approx(190));
    CHECK(queue.average(begin + 60s) == Approx(190.0 / 60));
    CHECK(queue.greatest() == 5);
    CHECK_THROWS_AS(queue.set(begin, 0), ContractViolation);
}

TEST_CASE("Histograms have round widths, few bins and lose no value") {
    const auto h = histogram(Sample{0, 1, 2, 3, 10}, 5);
    CHECK(h.width == 2);
    CHECK(h.low == 0);
    CHECK(h.counts == std::vector<std::int64_t>{2, 2, 0, 0, 1});
    CHECK(h.edge(5) == 10);
    CHECK(histogram(Sample{0.31, 0.49}, 4).width == 0.05);
    CHECK(histogram(Sample{}, 5).counts.empty());
    CHECK(histogram(Sample{7, 7}, 5).counts == std::vector<std::int64_t>{2});
    CHECK(histogram(Sample{0}, 5).counts == std::vector<std::int64_t>{1});
    for (int i = 0; i < 200; ++i) {
        const auto sample = draws(Distribution::lognormal(std::pow(10, i % 9 - 4), 1.5), i, 1 + i);
        const auto bins = histogram(sample, 12);
        std::int64_t total = 0;
        for (const auto count : bins.counts) total += count;
        CHECK(total == static_cast<std::int64_t>(sample.size()));
        CHECK(bins.counts.size() <= 12);
        CHECK(bins.low <= *std::min_element(sample.begin(), sample.end()));
        CHECK(bins.edge(bins.counts.size()) >=
              *std::max_element(sample.begin(), sample.end()) * (1 - 1e-12));
    }
}

TEST_CASE("The number of bins follows the spread") {
    CHECK(proposed_bins(Sample{1, 1, 1}) == 1);
    CHECK(proposed_bins(Sample{1}) == 1);
    // uniform over 0..1: IQR 1/2, width n^(-1/3): n = 1000 gives 10 bins
    const auto sample = draws(Distribution::uniform(0, 1), 1, 1000);
    CHECK(proposed_bins(sample) >= 9);
    CHECK(proposed_bins(sample) <= 11);
}
