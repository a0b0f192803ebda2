#include "sim/statistics.hpp"

#include "sim/check.hpp"
#include "sim/portable_math.hpp"
#include "sim/special_functions.hpp"

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

// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double round_width(double least) {
    const double exponent = std::floor(log(least) / log(10.0));
    double power = exponent < 0 ? 1 / pow(10.0, -exponent) : pow(10.0, exponent);
    for (int i = 0; i < 3; ++i, power *= 10)
        for (const double step : {1.0, 2.0, 5.0})
            if (step * power >= least * (1 - 1e-12)) return step * power;
    return power;
}

// Equal values get a bin of about a tenth of their size.
double first_width(double least, double greatest, std::size_t bins) {
    if (greatest > least) return round_width((greatest - least) / static_cast<double>(bins));
    return least == 0 ? 1 : round_width(std::fabs(least) / 10);
}

std::size_t bins_needed(double least, double greatest, double width) {
    const double low = std::floor(least / width) * width;
    return static_cast<std::size_t>(std::max(1.0, std::ceil((greatest - low) / width)));
}

}  // namespace

Moments::Moments(std::span<const double> sample) {
    for (const double value : sample) add(value);
}

void Moments::add(double value) {
    ++count_;
    const double difference = value - mean_;
    mean_ += difference / static_cast<double>(count_);
    squares_ += difference * (value - mean_);
    least_ = count_ == 1 ? value : std::min(least_, value);
    greatest_ = count_ == 1 ? value : std::max(greatest_, value);
}

void Moments::merge(const Moments& other) {
    if (other.count_ == 0) return;
    if (count_ == 0) {
        *this = other;
        return;
    }
    const auto n = static_cast<double>(count_), m = static_cast<double>(other.count_);
    const double difference = other.mean_ - mean_;
    mean_ += difference * (m / (n + m));
    squares_ += other.squares_ + difference * difference * (n * m / (n + m));
    count_ += other.count_;
    least_ = std::min(least_, other.least_);
    greatest_ = std::max(greatest_, other.greatest_);
}

double Moments::variance() const {
    return count_ < 2 ? 0 : squares_ / static_cast<double>(count_ - 1);
}

double Moments::deviation() const { return std::sqrt(variance()); }

double Moments::standard_error() const {
    return count_ == 0 ? 0 : std::sqrt(variance() / static_cast<double>(count_));
}

std::vector<double> sorted(std::span<const double> sample) {
    std::vector<double> result(sample.begin(), sample.end());
    std::sort(result.begin(), result.end());
    return result;
}

double quantile_sorted(std::span<const double> sorted, double p) {
    REENTRY_CHECK(!sorted.empty(), "quantile of no values");
    REENTRY_CHECK(p >= 0 && p <= 1, "quantile {}", p);
    const double position = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    if (below + 1 >= sorted.size()) return sorted.back();
    const double fraction = position - static_cast<double>(below);
    return sorted[below] + fraction * (sorted[below + 1] - sorted[below]);
}

double quantile(std::span<const double> sample, double p) {
    return quantile_sorted(sorted(sample), p);
}

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

std::vector<double> batch_means(std::span<const double> series, std::size_t batches) {
    REENTRY_CHECK(batches > 0, "no batches");
    const std::size_t length = series.size() / batches;
    std::vector<double> means;
    if (length == 0) return means;
    series = series.last(length * batches);
    for (std::size_t i = 0; i < batches; ++i)
        means.push_back(Moments(series.subspan(i * length, length)).mean());
    return means;
}

void TimeAverage::set(Time at, double value) {
    REENTRY_CHECK(at >= last_, "a value set {} ns before the last", (last_ - at).count());
    integral_ = integral(at);
    if (at > last_) greatest_ = std::max(greatest_.value_or(value_), value_);
    last_ = at;
    value_ = value;
}

double TimeAverage::greatest() const { return std::max(greatest_.value_or(value_), value_); }

double TimeAverage::integral(Time at) const { return integral_ + value_ * to_seconds(at - last_); }

double TimeAverage::average(Time at) const {
    return at == begin_ ? value_ : integral(at) / to_seconds(at - begin_);
}

Histogram histogram(std::span<const double> sample, std::size_t most_bins) {
    REENTRY_CHECK(most_bins > 1, "a histogram of {} bins", most_bins);
    if (sample.empty()) return {};
    const auto [least, greatest] = std::minmax_element(sample.begin(), sample.end());
    double width = first_width(*least, *greatest, most_bins);
    while (bins_needed(*least, *greatest, width) > most_bins) width = round_width(width * 1.5);
    const double low = std::floor(*least / width) * width;
    Histogram result{low, width, {}};
    result.counts.assign(bins_needed(*least, *greatest, width), 0);
    for (const double value : sample) {
        const auto bin = static_cast<std::size_t>(std::max(0.0, (value - low) / width));
        ++result.counts[std::min(bin, result.counts.size() - 1)];
    }
    return result;
}

std::size_t proposed_bins(std::span<const double> sample) {
    if (sample.size() < 2) return 1;
    const auto values = sorted(sample);
    const double range = values.back() - values.front();
    const double spread = quantile_sorted(values, 0.75) - quantile_sorted(values, 0.25);
    if (!(spread > 0)) return range > 0 ? 10 : 1;
    const double width = 2 * spread / pow(static_cast<double>(sample.size()), 1.0 / 3);
    return static_cast<std::size_t>(std::clamp(std::ceil(range / width), 1.0, 200.0));
}

}  // namespace reentry::sim
