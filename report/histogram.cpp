#include "report/histogram.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace reentry::report {
namespace {

constexpr std::array<double, 10> renard{1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8};

// The power of ten that is not above value; by multiplication, so without logarithms.
double decade_below(double value) {
    double decade = 1;
    while (decade > value) decade /= 10;
    while (decade * 10 <= value) decade *= 10;
    return decade;
}

std::vector<double> logarithmic_edges(double low, double high) {
    std::vector<double> edges;
    for (double decade = decade_below(low); edges.empty() || edges.back() <= high; decade *= 10)
        for (const double step : renard)
            if (edges.empty() || edges.back() <= high) edges.push_back(decade * step);
    const auto first = std::upper_bound(edges.begin(), edges.end(), low);
    edges.erase(edges.begin(), first - 1);
    return edges;
}

std::vector<double> equal_edges(double low, double high, std::size_t n) {
    const double wanted = std::clamp(2 * std::sqrt(static_cast<double>(n)), 5.0, 40.0);
    if (!(high > low)) high = low > 0 ? low * 1.5 : 1;
    const double step = natural_step((high - low) / wanted);
    std::vector<double> edges;
    const double start = std::floor(low / step);
    for (double i = 0; edges.empty() || edges.back() <= high; ++i)
        edges.push_back((start + i) * step);
    return edges;
}

}  // namespace

double round_step(double value) {
    const double decade = decade_below(value);
    for (const double factor : {1.0, 2.0, 2.5, 5.0})
        if (decade * factor >= value) return decade * factor;
    return decade * 10;
}

double natural_step(double seconds) {
    constexpr double minute = 60, hour = 3600, day = 86400;
    if (seconds <= 1) return round_step(seconds);
    for (const double unit : {1.0, minute})
        for (const double count : {1, 2, 5, 10, 15, 20, 30})
            if (count * unit >= seconds) return count * unit;
    for (const double hours : {1, 2, 3, 4, 6, 12})
        if (hours * hour >= seconds) return hours * hour;
    for (double decade = day;; decade *= 10)
        for (const double days : {1, 2, 5})
            if (days * decade >= seconds) return days * decade;
}

bool spans_two_decades(const std::vector<double>& sorted) {
    const auto positive = std::upper_bound(sorted.begin(), sorted.end(), 0.0);
    return positive != sorted.end() && sorted.back() > 100 * *positive;
}

Histogram histogram(const std::vector<double>& sorted) {
    Histogram result;
    if (sorted.empty()) return result;
    result.logarithmic = spans_two_decades(sorted);
    const double least = *std::upper_bound(sorted.begin(), sorted.end() - 1, 0.0);
    result.edges = result.logarithmic ? logarithmic_edges(least, sorted.back())
                                      : equal_edges(sorted.front(), sorted.back(), sorted.size());
    result.counts.resize(result.edges.size() - 1);
    for (const double value : sorted) {
        const auto edge = std::upper_bound(result.edges.begin(), result.edges.end(), value);
        const auto bin =
            std::clamp<std::ptrdiff_t>(edge - result.edges.begin() - 1, 0,
                                       static_cast<std::ptrdiff_t>(result.counts.size()) - 1);
        ++result.counts[static_cast<std::size_t>(bin)];
    }
    return result;
}

}  // namespace reentry::report
