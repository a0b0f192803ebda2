// The limits of one backup or restore job at the place where a copy lies (its TCP part comes from
// the path).
#pragma once

#include "models/operation/case.hpp"

namespace reentry {

// Writing into the place of a copy.
JobLimits backup_limits(const Case& what, std::size_t copy);

// Reading a workload's data back out of it. Products that rebuild data limit the job by the data
// that comes out, so their rate is divided by the reduction.
JobLimits restore_limits(const Case& what, std::size_t copy, std::size_t workload);

}  // namespace reentry
