// One figure for a row over all classes of incidents: each class counts with its yearly rate, as
// the overall MTR does.
//
// Weight of an observation = rate of its class / observations of its class. A quantile is the
// smallest observation at which the weights so far reach the asked share of all weights (inverse of
// the weighted empirical distribution).
#pragma once

#include "study/comparison.hpp"

#include <vector>

namespace reentry::report {

struct Weighted {
    double value = 0, weight = 0;
};

// The weighted q-quantile, 0 for no observations. Sorts its copy.
double weighted_quantile(std::vector<Weighted> observations, double q);

struct Pooled {
    std::size_t n = 0;
    double mean = 0, p50 = 0, p95 = 0;
    double low = 0, high = 0;  // 95 % interval of the mean, classes being independent
};

Pooled pooled_top_minimum(const study::Row& row);  // [s], incidents that hit the top service
Pooled pooled_data_loss(const study::Row& row);    // [s], all incidents

// Rate-weighted over the classes that have observations; n = 0 where none has.
study::Probability pooled_rto(const study::Row& row);
study::Probability pooled_rpo(const study::Row& row);

// Expected share of incidents in which something cannot come back, by rates; incidents counted in
// n.
study::Probability pooled_unrecoverable(const study::Row& row);

}  // namespace reentry::report
