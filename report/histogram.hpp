// Bins with round edges for times. No transcendental functions: edges come from preferred-number
// series, so that the same sample gives the same bins on every machine.
#pragma once

#include <cstddef>
#include <vector>

namespace reentry::report {

struct Histogram {
    std::vector<double> edges;  // ascending; one more than counts; empty without values
    std::vector<std::size_t>
        counts;  // edges[i] <= value < edges[i+1]; the last bin includes its end
    bool logarithmic = false;
};

// Of values >= 0 [s], sorted ascending. Logarithmic bins (ten to a decade, Renard's R10 series, ISO
// 3) when the positive values span more than two decades; otherwise equal bins of a natural length,
// at most twice the square root of the sample and at most 40. Values of zero go to the first bin.
Histogram histogram(const std::vector<double>& sorted);

// True when the largest value is more than 100 times the smallest positive one.
bool spans_two_decades(const std::vector<double>& sorted);

// The shortest of the times that people count in (1, 2, 5, 10, 15, 20, 30 s; the same in minutes;
// 1, 2, 3, 4, 6, 12 h; 1, 2, 5, 10, 20, 50, ... d) that is not below `seconds` (> 0). Up to a
// second as round_step.
double natural_step(double seconds);

// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `value` (> 0).
double round_step(double value);

}  // namespace reentry::report
