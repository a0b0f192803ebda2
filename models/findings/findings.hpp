// What a person must know about a case: combinations that break or surprise, and the 3-2-1-1-0
// rule.
#pragma once

#include "models/findings/finding.hpp"
#include "models/operation/case.hpp"
#include "models/operation/history.hpp"

#include <vector>

namespace reentry {

// Findings that follow from the case alone: the 3-2-1-1-0 rule, retention below a tier's minimum
// duration, and the combinations of combinations.hpp.
std::vector<Finding> findings_of(const Case& what, const Catalogue& catalogue);

// Findings from its operation: seeding, missed windows, skipped jobs.
std::vector<Finding> findings_of(const Case& what, const std::vector<JobCounts>& jobs,
                                 const std::vector<sim::Time>& seeded);

}  // namespace reentry
