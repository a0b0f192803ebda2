// Statistics of samples and of values in time, with the interval that belongs to each figure. The
// method is named at each function. Sums run in the order of the sample and in portable arithmetic,
// so that the same sample gives the same bits everywhere.
#pragma once

#include "sim/clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace reentry::sim {

// A confidence interval; `level` is the probability with which such intervals cover the true value.
struct Interval {
    double low = 0;
    double high = 0;
    double level = 0;

    double half_width() const { return (high - low) / 2; }
    bool contains(double value) const { return low <= value && value <= high; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

// Count, mean, variance and range of a sample in one pass (Welford 1962; merging: Chan et al.
// 1979).
class Moments {
 public:
    Moments() = default;
    explicit Moments(std::span<const double> sample);

    void add(double value);
    // As if the other sample had been added after this one, up to rounding.
    void merge(const Moments& other);

    std::int64_t count() const { return count_; }
    double mean() const { return mean_; }  // 0 without values
    double sum() const { return mean_ * static_cast<double>(count_); }
    double variance() const;  // unbiased (n - 1); 0 below two values
    double deviation() const;
    double standard_error() const;  // of the mean
    double least() const { return least_; }
    double greatest() const { return greatest_; }

 private:
    std::int64_t count_ = 0;
    double mean_ = 0;
    double squares_ = 0;  // sum of squared differences from the mean
    double least_ = 0;
    double greatest_ = 0;
};

// The p-quantile of a sorted, non-empty sample, 0 <= p <= 1: linear between order statistics, type
// 7 of Hyndman and Fan (1996), as R, NumPy and spreadsheets do by default.
double quantile_sorted(std::span<const double> sorted, double p);

// As quantile_sorted, for a sample in any order.
double quantile(std::span<const double> sample, double p);

std::vector<double> sorted(std::span<const double> sample);

// Student's t interval for the mean; needs two values (nothing below). Exact for normal samples,
// and approximate by the central limit theorem for others.
std::optional<Interval> mean_interval(const Moments& moments, double level = 0.95);

// Wilson's score interval (1927) for a probability, from `successes` among `trials` > 0.
Interval probability_interval(std::int64_t successes, std::int64_t trials, double level = 0.95);

// Distribution-free interval for the p-quantile between two order statistics (David and Nagaraja
// 2003, section 7.1); covers with at least the level. Nothing when the sample is too small for that
// level.
std::optional<Interval> quantile_interval(std::span<const double> sorted, double p,
                                          double level = 0.95);

// t interval for the mean of a[i] - b[i]: with common random numbers, the difference of two
// strategies. Both samples have one length; nothing below two pairs.
std::optional<Interval> paired_interval(std::span<const double> a, std::span<const double> b,
                                        double level = 0.95);

// Means of `batches` consecutive batches of equal length; what does not fill a batch is dropped
// from the front (the warm-up). mean_interval(Moments(batch_means(...))) is the method of batch
// means.
std::vector<double> batch_means(std::span<const double> series, std::size_t batches);

// The average of a value that changes in steps: how long each value lasted is its weight.
class TimeAverage {
 public:
    TimeAverage(Time begin, double value) : begin_(begin), last_(begin), value_(value) {}

    // The value from `at` on; times do not run backwards.
    void set(Time at, double value);
    void change(Time at, double difference) { set(at, value_ + difference); }

    double value() const { return value_; }
    double greatest() const;  // of the values that lasted and the current one
    // Value times seconds until `at`, and the average over [begin, at]: the value itself at begin.
    double integral(Time at) const;
    double average(Time at) const;

 private:
    Time begin_, last_;
    double value_;
    double integral_ = 0;
    std::optional<double> greatest_{};
};

// Counts of a sample in bins of equal width; the last bin includes its upper end.
struct Histogram {
    double low = 0;
    double width = 0;
    std::vector<std::int64_t> counts{};

    double edge(std::size_t i) const { return low + width * static_cast<double>(i); }
};

// Bins of a round width (1, 2 or 5 times a power of ten) that cover a sample of finite values, at
// least one and at most `most_bins` > 1. A sample of equal values gives one bin around it; an empty
// one no bins.
Histogram histogram(std::span<const double> sample, std::size_t most_bins);

// The number of bins that Freedman and Diaconis (1981) propose: width 2 IQR n^(-1/3); 1 to 200.
std::size_t proposed_bins(std::span<const double> sample);

}  // namespace reentry::sim
