// Reading virtual tapes: from the gateway's cache while they are there, else whole tapes are
// recalled from the archive and read through the gateway.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// By number: whether a tape of the copy lies at the provider, because a point on it does.
std::vector<bool> tapes_lying(const History& history, std::size_t copy, sim::Time now);

// Whether the gateway of a copy went with its site.
bool gateway_lost(const Case& what, std::size_t copy, const Damage& damage);

// Whether all parts of a point can be read at the failure: what was not uploaded goes with the
// gateway.
bool outlives_gateway(const Case& what, std::size_t copy, const Points& points, std::size_t point,
                      const Damage& damage);

// The mean wait until the candidate's tapes can be read; zero when none was ejected.
sim::Duration mean_recall(const Case& what, const History& history, const Damage& damage,
                          const Candidate& source, std::size_t workload);

// Brings the candidate's bytes to the workload's site, noted as the stage `what`.
sim::Task<void> fetch_from_gateway(Recovery& recovery, std::size_t workload,
                                   const Candidate& source, Stage what);

}  // namespace reentry
