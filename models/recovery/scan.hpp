// After ransomware nothing that comes back is used before it has been looked through.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Looks through the candidate's data, or the part of them that it is, where an intruder was.
sim::Task<void> scan(Recovery& recovery, std::size_t workload, const Candidate& source);

}  // namespace reentry
