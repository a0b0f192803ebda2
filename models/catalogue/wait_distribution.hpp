// A stated wait as the distribution that the simulation draws from, in seconds.
#pragma once

#include "models/files/uncertain.hpp"
#include "sim/random/distribution.hpp"

namespace reentry {

sim::Distribution wait_distribution(const Uncertain<sim::Duration>& wait);

}  // namespace reentry
