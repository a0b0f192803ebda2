#include "report/pooled.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::report {
namespace {

using study::ClassResult;
using study::Estimate;
using study::Probability;
using study::Row;
using study::Sample;

// Mean and interval from the classes' estimates: half widths add in squares, because classes are
// independent.
void pool_means(const Row& row, const Estimate ClassResult::*estimate, Pooled& pooled) {
    double rates = 0, mean = 0, squares = 0;
    for (const auto& result : row.classes) {
        const Estimate& e = result.*estimate;
        if (e.n == 0) continue;
        const double half = result.rate_per_year * (e.high - e.low) / 2;
        pooled.n += e.n;
        rates += result.rate_per_year;
        mean += result.rate_per_year * e.mean;
        squares += half * half;
    }
    if (!(rates > 0)) return;
    pooled.mean = mean / rates;
    pooled.low = pooled.mean - std::sqrt(squares) / rates;
    pooled.high = pooled.mean + std::sqrt(squares) / rates;
}

template <class Counts>
void pool_quantiles(const Row& row, double Sample::*value, Counts counts, Pooled& pooled) {
    std::vector<Weighted> all;
    for (const auto& result : row.classes) {
        const auto n = std::count_if(result.samples.begin(), result.samples.end(), counts);
        for (const auto& sample : result.samples)
            if (counts(sample))
                all.push_back({sample.*value, result.rate_per_year / static_cast<double>(n)});
    }
    pooled.p50 = weighted_quantile(all, 0.5);
    pooled.p95 = weighted_quantile(std::move(all), 0.95);
}

template <class Of>
Probability pool_probability(const Row& row, Of of) {
    Probability pooled;
    double rates = 0, squares = 0;
    for (const auto& result : row.classes) {
        const Probability p = of(result);
        if (p.n == 0) continue;
        const double half = result.rate_per_year * (p.high - p.low) / 2;
        pooled.n += p.n;
        pooled.hits += p.hits;
        rates += result.rate_per_year;
        pooled.value += result.rate_per_year * p.value;
        squares += half * half;
    }
    if (!(rates > 0)) return {};
    pooled.value /= rates;
    pooled.low = std::max(0.0, pooled.value - std::sqrt(squares) / rates);
    pooled.high = std::min(1.0, pooled.value + std::sqrt(squares) / rates);
    return pooled;
}

}  // namespace

double weighted_quantile(std::vector<Weighted> observations, double q) {
    if (observations.empty()) return 0;
    std::sort(observations.begin(), observations.end(),
              [](const Weighted& a, const Weighted& b) { return a.value < b.value; });
    double total = 0;
    for (const auto& observation : observations) total += observation.weight;
    double sum = 0;
    for (const auto& observation : observations)
        if ((sum += observation.weight) >= q * total * (1 - 1e-12)) return observation.value;
    return observations.back().value;
}

Pooled pooled_top_minimum(const Row& row) {
    Pooled pooled;
    pool_means(row, &ClassResult::top_minimum, pooled);
    if (pooled.n == 0) return pooled;
    const auto counts = [](const Sample& sample) { return sample.top_hit && sample.recovered; };
    pool_quantiles(row, &Sample::top_minimum_s, counts, pooled);
    return pooled;
}

Pooled pooled_data_loss(const Row& row) {
    Pooled pooled;
    pool_means(row, &ClassResult::data_loss, pooled);
    if (pooled.n == 0) return pooled;
    const auto counts = [](const Sample& sample) { return sample.recovered; };
    pool_quantiles(row, &Sample::data_loss_s, counts, pooled);
    return pooled;
}

Probability pooled_rto(const Row& row) {
    return pool_probability(row, [](const ClassResult& result) { return result.rto_met; });
}

Probability pooled_rpo(const Row& row) {
    return pool_probability(row, [](const ClassResult& result) { return result.rpo_met; });
}

Probability pooled_unrecoverable(const Row& row) {
    return pool_probability(row, [](const ClassResult& result) {
        Probability p;
        p.n = result.samples.empty() ? result.recovery.n + result.unrecoverable
                                     : result.samples.size();
        p.hits = result.unrecoverable;
        if (p.n > 0)
            p.value = p.low = p.high = static_cast<double>(p.hits) / static_cast<double>(p.n);
        return p;
    });
}

}  // namespace reentry::report
