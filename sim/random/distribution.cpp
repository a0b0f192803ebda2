#include "sim/random/distribution.hpp"

#include "sim/check.hpp"
#include "sim/portable_math.hpp"
#include "sim/special_functions.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace reentry::sim {
namespace form {

double Uniform::cdf(double x) const {
    if (x >= high) return 1;
    return x <= low ? 0 : (x - low) / (high - low);
}

double Triangular::quantile(double p) const {
    const double width = high - low;
    if (p * width < mode - low) return low + std::sqrt(p * width * (mode - low));
    return high - std::sqrt((1 - p) * width * (high - mode));
}

double Triangular::cdf(double x) const {
    if (x <= low) return 0;
    if (x >= high) return 1;
    const double width = high - low;
    if (x < mode) return (x - low) * (x - low) / (width * (mode - low));
    return 1 - (high - x) * (high - x) / (width * (high - mode));
}

double Exponential::quantile(double p) const { return -scale * log1p(-p); }

double Exponential::cdf(double x) const { return x <= 0 ? 0 : -expm1(-x / scale); }

double Lognormal::mean() const { return median * exp(0.5 * sigma * sigma); }

double Lognormal::quantile(double p) const { return median * exp(sigma * normal_quantile(p)); }

double Lognormal::cdf(double x) const {
    if (x <= 0) return 0;
    if (sigma == 0) return x < median ? 0 : 1;
    return normal_cdf(log(x / median) / sigma);
}

double Weibull::mean() const { return scale * gamma(1 + 1 / shape); }

double Weibull::quantile(double p) const { return scale * pow(-log1p(-p), 1 / shape); }

double Weibull::cdf(double x) const { return x <= 0 ? 0 : -expm1(-pow(x / scale, shape)); }

double Empirical::mean() const {
    double sum = 0, before = 0;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        sum += (cumulative[i] - before) * (bins[i].from + bins[i].to) / 2;
        before = cumulative[i];
    }
    return sum;
}

double Empirical::quantile(double p) const {
    const auto at = std::lower_bound(cumulative.begin(), cumulative.end(), p);
    const auto i =
        static_cast<std::size_t>(std::min(at, cumulative.end() - 1) - cumulative.begin());
    const double before = i == 0 ? 0 : cumulative[i - 1];
    const auto& bin = bins[i];
    return bin.from + (bin.to - bin.from) * ((p - before) / (cumulative[i] - before));
}

double Empirical::cdf(double x) const {
    double before = 0;
    for (std::size_t i = 0; i < bins.size() && x >= bins[i].from; ++i) {
        const auto& bin = bins[i];
        if (x < bin.to)
            return before + (cumulative[i] - before) * ((x - bin.from) / (bin.to - bin.from));
        before = cumulative[i];
    }
    return before;
}

}  // namespace form

namespace {

constexpr double z90 = 0x1.4813c36e26d34p0;  // normal_quantile(0.9), asserted in the tests

}  // namespace

Distribution Distribution::uniform(double low, double high) {
    REENTRY_CHECK(low <= high, "uniform from {} to {}", low, high);
    return {form::Uniform{low, high}};
}

Distribution Distribution::triangular(double low, double mode, double high) {
    REENTRY_CHECK(low <= mode && mode <= high && low < high, "triangular {}, {}, {}", low, mode,
                  high);
    return {form::Triangular{low, mode, high}};
}

Distribution Distribution::exponential(double mean) {
    REENTRY_CHECK(mean > 0, "exponential with mean {}", mean);
    return {form::Exponential{mean}};
}

Distribution Distribution::lognormal(double median, double sigma) {
    REENTRY_CHECK(median > 0 && sigma >= 0, "lognormal with median {}, sigma {}", median, sigma);
    return {form::Lognormal{median, sigma}};
}

Distribution Distribution::lognormal_median_p90(double median, double p90) {
    REENTRY_CHECK(median > 0 && p90 >= median, "lognormal with median {}, p90 {}", median, p90);
    return lognormal(median, log(p90 / median) / z90);
}

// log(p90 / mean) = z90 sigma - sigma^2 / 2, a quadratic equation in sigma.
Distribution Distribution::lognormal_mean_p90(double mean, double p90) {
    REENTRY_CHECK(mean > 0 && p90 > 0, "lognormal with mean {}, p90 {}", mean, p90);
    const double distance = log(p90 / mean);
    const double discriminant = z90 * z90 - 2 * distance;
    REENTRY_CHECK(discriminant >= 0, "no lognormal has mean {} and p90 {}", mean, p90);
    const double root = std::sqrt(discriminant);
    const double sigma = distance >= 0 ? 2 * distance / (z90 + root) : z90 + root;
    return lognormal(mean / exp(0.5 * sigma * sigma), sigma);
}

Distribution Distribution::weibull(double shape, double scale) {
    REENTRY_CHECK(shape > 0 && scale > 0, "Weibull with shape {}, scale {}", shape, scale);
    return {form::Weibull{shape, scale}};
}

Distribution Distribution::empirical(std::vector<Bin> bins) {
    double total = 0, end = bins.empty() ? 0 : bins.front().from;
    for (const auto& bin : bins) {
        REENTRY_CHECK(bin.from >= end && bin.to >= bin.from && bin.weight >= 0,
                      "bin from {} to {} with weight {}", bin.from, bin.to, bin.weight);
        end = bin.to;
        total += bin.weight;
    }
    REENTRY_CHECK(total > 0, "no weight in {} bins", bins.size());
    std::erase_if(bins, [](const Bin& bin) { return bin.weight == 0; });
    std::vector<double> cumulative;
    double sum = 0;
    for (const auto& bin : bins) cumulative.push_back((sum += bin.weight) / total);
    cumulative.back() = 1;
    return {form::Empirical{std::move(bins), std::move(cumulative)}};
}

double Distribution::mean() const {
    return std::visit([](const auto& form) { return form.mean(); }, form_);
}

double Distribution::quantile(double p) const {
    REENTRY_CHECK(p > 0 && p < 1, "quantile of {}", p);
    return std::visit([p](const auto& form) { return form.quantile(p); }, form_);
}

double Distribution::cdf(double x) const {
    return std::visit([x](const auto& form) { return form.cdf(x); }, form_);
}

}  // namespace reentry::sim
