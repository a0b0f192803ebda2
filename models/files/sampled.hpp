// From a stated value to a distribution that can be sampled, in base units: seconds, bytes, bytes
// per second, events per year.
#pragma once

#include "models/files/uncertain.hpp"
#include "sim/random/distribution.hpp"

namespace reentry {

// Figures and numbers as in Uncertain, in order (files::disorder()); anything else is a broken
// contract.
sim::Distribution distribution_of(Spread spread, const std::vector<double>& figures,
                                  const std::vector<double>& numbers);

template <class T>
sim::Distribution distribution_of(const Uncertain<T>& value) {
    return distribution_of(value.spread, files::base_values(value.figures), value.numbers);
}

// One draw from the stream, whatever the distribution; times are rounded to the nanosecond.
double sample(const Uncertain<double>& value, sim::Stream& stream);
sim::Duration sample(const Uncertain<sim::Duration>& value, sim::Stream& stream);

}  // namespace reentry
