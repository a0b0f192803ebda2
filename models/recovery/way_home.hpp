// Fail-back: what came back elsewhere goes home when home is fit again. All that home had lost is
// copied there while the workload goes on serving, then what changed meanwhile; then it is down, as
// planned, for its last changes and the switch.
//
// Home is fit `repair` after the decision. Where an incident states none, it is fit with the
// `target` if it would have restored at home; else the workload stays where it is.
#pragma once

#include "models/recovery/recovery.hpp"

namespace reentry {

// The workload serves again: if that is elsewhere, it sets off for home.
void set_off_home(Recovery& recovery, std::size_t workload);

// It is hit again: it neither goes home nor is there, and no replica serves for it.
void stay_away(Recovery& recovery, std::size_t workload);

}  // namespace reentry
