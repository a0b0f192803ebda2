#include "sim/check.hpp"
#include "sim/special_functions.hpp"
#include "sim/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::sim {
namespace {

void check_level(double level) { REENTRY_CHECK(level > 0 && level < 1, "level {}", level); }

// The largest number of values below the p-quantile that is exceeded with a probability of at least
// 1 - miss, plus one: the rank (1-based) of the lower end; 0 when even the smallest value is too
// high.
std::int64_t lower_rank(std::int64_t n, double p, double miss) {
    std::int64_t low = 0, high = n;  // binomial_cdf(rank - 1) <= miss holds at low
    while (low < high) {
        const std::int64_t rank = low + (high - low + 1) / 2;
        const double below = binomial_cdf(static_cast<double>(rank - 1), static_cast<double>(n), p);
        if (below <= miss)
            low = rank;
        else
            high = rank - 1;
    }
    return low;
}

}  // namespace

std::optional<Interval> mean_interval(const Moments& moments, double level) {
    check_level(level);
    if (moments.count() < 2) return std::nullopt;
    const double t = student_quantile((1 + level) / 2, static_cast<double>(moments.count() - 1));
    const double half = t * moments.standard_error();
    return Interval{moments.mean() - half, moments.mean() + half, level};
}

Interval probability_interval(std::int64_t successes, std::int64_t trials, double level) {
    check_level(level);
    REENTRY_CHECK(trials > 0 && successes >= 0 && successes <= trials, "{} of {}", successes,
                  trials);
    const double z = normal_quantile((1 + level) / 2);
    const auto n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half =
        z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {successes == 0 ? 0 : std::max(0.0, centre - half),
            successes == trials ? 1 : std::min(1.0, centre + half), level};
}

std::optional<Interval> quantile_interval(std::span<const double> sorted, double p, double level) {
    check_level(level);
    REENTRY_CHECK(p > 0 && p < 1, "quantile {}", p);
    const auto n = static_cast<std::int64_t>(sorted.size());
    const double miss = (1 - level) / 2;
    const std::int64_t low = lower_rank(n, p, miss);
    const std::int64_t high = n + 1 - lower_rank(n, 1 - p, miss);  // by symmetry from above
    if (low < 1 || high > n) return std::nullopt;
    return Interval{sorted[static_cast<std::size_t>(low - 1)],
                    sorted[static_cast<std::size_t>(high - 1)], level};
}

std::optional<Interval> paired_interval(std::span<const double> a, std::span<const double> b,
                                        double level) {
    REENTRY_CHECK(a.size() == b.size(), "{} values against {}", a.size(), b.size());
    Moments differences;
    for (std::size_t i = 0; i < a.size(); ++i) differences.add(a[i] - b[i]);
    return mean_interval(differences, level);
}

}  // namespace reentry::sim
