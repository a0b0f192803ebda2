// Getting the bytes of a chosen copy to where they are needed: courier, thaw, drives, links.
#pragma once

#include "models/recovery/runbook.hpp"

#include <optional>

namespace reentry {

// The candidate that the strategy prefers now; nothing when none is usable.
std::optional<Candidate> choose(Recovery& recovery, std::size_t workload);

// Brings the candidate's bytes to the workload's site.
sim::Task<void> fetch(Recovery& recovery, std::size_t workload, const Candidate& source);

}  // namespace reentry
