#include "sim/check.hpp"
#include "sim/portable_math.hpp"
#include "sim/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::sim {
namespace {

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
