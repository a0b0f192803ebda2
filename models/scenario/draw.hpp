// Sampling and means of uncertain rates and times, besides models/files/sampled.hpp.
#pragma once

#include "models/files/sampled.hpp"

namespace reentry {

// Draw number `number`; the position of the stream does not move.
inline PerTime draw_at(const Uncertain<PerTime>& value, const sim::Stream& random,
                       std::uint64_t number) {
    if (value.is_certain()) return value.certain();
    return PerTime::per_year(distribution_of(value).sample_at(random, number));
}

inline sim::Duration mean_of(const Uncertain<sim::Duration>& value) {
    if (value.is_certain()) return value.certain();
    return sim::from_seconds(distribution_of(value).mean());
}

inline PerTime mean_of(const Uncertain<PerTime>& value) {
    if (value.is_certain()) return value.certain();
    return PerTime::per_year(distribution_of(value).mean());
}

}  // namespace reentry
