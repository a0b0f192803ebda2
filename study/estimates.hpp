// From samples to estimates with intervals. Methods: sim/statistics.hpp.
#pragma once

#include "study/comparison.hpp"

#include <span>

namespace reentry::study {

// Mean with its 95 % t interval, and type 7 quantiles; n = 0 for an empty sample.
Estimate estimate_of(std::vector<double> sample);

// From hits among trials; 0 trials give an empty probability.
Probability probability_of(std::size_t hits, std::size_t trials);

// A stratum of a mixture: its sample counts with the rate of its class.
struct Stratum {
    double rate = 0;
    std::vector<double> sample;
};

// The mean over strata weighted by rate, with the interval of a stratified mean (normal
// approximation), and the quantiles of the weighted sample (the smallest value at which the weights
// reach p).
Estimate mixture_of(const std::vector<Stratum>& strata);

// The probability over classes weighted by rate, with the interval of a stratified proportion that
// takes each class's Wilson half width.
struct WeightedProbability {
    double rate = 0;
    Probability probability;
};
Probability mixture_of(std::span<const WeightedProbability> classes);

}  // namespace reentry::study
