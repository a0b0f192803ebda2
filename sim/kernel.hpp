// The whole kernel: simulation, processes, events, resources, rate limits, timers, timeline.
#pragma once

#include "sim/clock.hpp"
#include "sim/clock_text.hpp"
#include "sim/combine.hpp"
#include "sim/event.hpp"
#include "sim/rate_limit.hpp"
#include "sim/resource.hpp"
#include "sim/simulation.hpp"
#include "sim/task.hpp"
#include "sim/timeline.hpp"
#include "sim/timer.hpp"
