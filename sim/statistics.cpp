#include "sim/statistics.hpp"

#include "sim/check.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::sim {

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

}  // namespace reentry::sim
