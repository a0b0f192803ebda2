// Combinations that break in practice or surprise, each with what to do instead. They follow from
// the plan alone; nothing is simulated.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/findings/finding.hpp"
#include "models/operation/case.hpp"

#include <vector>

namespace reentry {

// What a product cannot do with the class, the chain or the locks that it is given.
std::vector<Finding> product_findings(const Case& what);

// What goes before the minimum duration of the class in which it lies.
std::vector<Finding> minimum_duration_findings(const Case& what, const Catalogue& catalogue);

// Virtual tape gateways beyond the provider's limits, or too small for what goes through them.
std::vector<Finding> gateway_findings(const Case& what, const Catalogue& catalogue);

// Objectives that the plan cannot meet: RPO, an intruder's dwell, damage that copies follow.
std::vector<Finding> objective_findings(const Case& what);

// Copies that outlive a lost site, but are read over a way that leads through it.
std::vector<Finding> way_findings(const Case& what);

}  // namespace reentry
