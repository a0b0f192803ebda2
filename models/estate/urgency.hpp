// In which order workloads get people and drives when there are too few.
//
// The urgency of a workload is the smallest of its own priority, the priorities of the services
// that it belongs to, and the urgencies of all that depend on it: what the most urgent needs is as
// urgent. What the minimum level of a service with `minimum_first` needs comes before all else,
// among itself in the same order.
#pragma once

#include "models/estate/dependencies.hpp"
#include "models/scenario/scenario.hpp"

#include <vector>

namespace reentry {

// Per workload; the smallest is served first. Backups stand behind all of them (9 or more).
std::vector<int> urgencies(const Scenario& scenario, const Dependencies& dependencies);

}  // namespace reentry
