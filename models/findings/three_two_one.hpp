// The 3-2-1-1-0 rule.
#pragma once

#include "models/findings/finding.hpp"
#include "models/operation/case.hpp"

namespace reentry {

// 3 copies, 2 kinds of medium, 1 off site, 1 offline or immutable, 0 errors: for every workload.
// The last is about verified restores, which no plan shows; it is said, not judged. Snapshots
// beside the data are no copies of it.
Finding three_two_one(const Case& what);

}  // namespace reentry
