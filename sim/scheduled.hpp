// What a slot of a simulation's event queue stands for: a process (ProcessRecord) or a timer.
#pragma once

#include "sim/event_queue.hpp"

#include <cstdint>
#include <functional>

namespace reentry::sim {

struct Scheduled {
    Slot slot = 0;
    bool is_process = false;
    bool started = false;
};

// The simulation's side of a timer; reused when it is given up. Only the kernel touches it.
struct TimerRecord : Scheduled {
    std::function<void()> action;
    std::uint64_t generation = 0;
    bool once = false;  // given up by itself when it has fired
};

}  // namespace reentry::sim
