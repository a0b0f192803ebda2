// The people of a recovery: when they are there, and how many restores they can run.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Until someone who was called now is at work; nothing within working hours.
sim::Duration mobilisation(Recovery& recovery, const Crew& crew);

// Begins the shifts of the site when its people are first asked for. Waits for a place among the
// crew of the workload's site, by priority, and holds it as long as the lease lives.
sim::Task<sim::Lease> take_crew(Recovery& recovery, std::size_t workload);

}  // namespace reentry
