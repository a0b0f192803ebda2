// Leaving a provider: everything that lies there is read out over the connection, thawed where it
// must be, into a store of one's own. Production serves all the time.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// Starts to read out what the damage's `left_role` holds; nothing when it leaves no provider.
void leave_provider(Recovery& recovery);

}  // namespace reentry
