#include "study/estimates.hpp"

#include "sim/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::study {
namespace {

constexpr double z95 = 1.959963984540054;  // normal quantile 0.975

double quantile_of(const std::vector<std::pair<double, double>>& weighted, double total, double p) {
    double reached = 0;
    for (const auto& [value, weight] : weighted)
        if ((reached += weight) >= p * total * (1 - 1e-12)) return value;  // sums are inexact
    return weighted.back().first;
}

}  // namespace

Estimate estimate_of(std::vector<double> sample) {
    Estimate estimate;
    estimate.n = sample.size();
    if (sample.empty()) return estimate;
    std::sort(sample.begin(), sample.end());
    const sim::Moments moments(sample);
    estimate.mean = estimate.low = estimate.high = moments.mean();
    if (const auto interval = sim::mean_interval(moments)) {
        estimate.low = std::max(0.0, interval->low);
        estimate.high = interval->high;
    }
    estimate.p50 = sim::quantile_sorted(sample, 0.5);
    estimate.p90 = sim::quantile_sorted(sample, 0.9);
    estimate.p95 = sim::quantile_sorted(sample, 0.95);
    return estimate;
}

Probability probability_of(std::size_t hits, std::size_t trials) {
    Probability result;
    result.n = trials;
    result.hits = hits;
    if (trials == 0) return result;
    result.value = static_cast<double>(hits) / static_cast<double>(trials);
    const auto interval = sim::probability_interval(static_cast<std::int64_t>(hits),
                                                    static_cast<std::int64_t>(trials));
    result.low = interval.low;
    result.high = interval.high;
    return result;
}

Estimate mixture_of(const std::vector<Stratum>& strata) {
    Estimate result;
    double total = 0, variance = 0;
    std::vector<std::pair<double, double>> weighted;
    for (const auto& stratum : strata) {
        if (stratum.sample.empty() || stratum.rate <= 0) continue;
        const sim::Moments moments(stratum.sample);
        total += stratum.rate;
        result.n += stratum.sample.size();
        result.mean += stratum.rate * moments.mean();
        const double error = stratum.rate * moments.standard_error();
        variance += error * error;
        for (const double value : stratum.sample)
            weighted.emplace_back(value, stratum.rate / static_cast<double>(stratum.sample.size()));
    }
    if (weighted.empty()) return result;
    std::sort(weighted.begin(), weighted.end());
    result.mean /= total;
    const double half = z95 * std::sqrt(variance) / total;
    result.low = std::max(0.0, result.mean - half);
    result.high = result.mean + half;
    result.p50 = quantile_of(weighted, total, 0.5);
    result.p90 = quantile_of(weighted, total, 0.9);
    result.p95 = quantile_of(weighted, total, 0.95);
    return result;
}

Probability mixture_of(std::span<const WeightedProbability> classes) {
    Probability result;
    double total = 0, below = 0, above = 0;
    for (const auto& [rate, p] : classes) {
        if (p.n == 0 || rate <= 0) continue;
        total += rate;
        result.n += p.n;
        result.hits += p.hits;
        result.value += rate * p.value;
        below += rate * rate * (p.value - p.low) * (p.value - p.low);
        above += rate * rate * (p.high - p.value) * (p.high - p.value);
    }
    if (total <= 0) return result;
    result.value /= total;
    result.low = std::max(0.0, result.value - std::sqrt(below) / total);
    result.high = std::min(1.0, result.value + std::sqrt(above) / total);
    return result;
}

}  // namespace reentry::study
