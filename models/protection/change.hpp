// How much of a workload a backup has to move: size over time and what changed in a window.
//
// Size:    S(t) = S0 (1 + g)^(t / year), compounding, g = growth per year.
// Change:  changes fall evenly on the hot share h of the data; in a window of d days a fraction
//          C(d) = h (1 - exp(-c d / h)) of the data is touched at least once, c = changed share per
//          day. So C(d) ~ c d for short windows and saturates at h.  Added data counts on top.
#pragma once

#include "models/units/bytes.hpp"
#include "models/units/time.hpp"

namespace reentry {

// The size a time after the start; `growth` is per year.
Bytes size_after(Bytes initial, PerTime growth, sim::Duration since_start);

// The share of the data touched in a window, in [0, hot_share]; hot_share in (0, 1], change >= 0.
double touched_share(PerTime change, double hot_share, sim::Duration window);

}  // namespace reentry
