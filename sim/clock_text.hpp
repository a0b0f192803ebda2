// Simulated time as text; exact, the same everywhere.
#pragma once

#include "sim/clock.hpp"

#include <string>

namespace reentry::sim {

// "2026-03-01T07:30:00Z", with as many decimals of the second as there are ("07:30:00.25Z").
std::string iso_text(Time t);

// Seconds with as many decimals as there are: "0 s", "-1.5 s", "3600 s".
std::string seconds_text(Duration d);

}  // namespace reentry::sim
