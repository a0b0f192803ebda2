// What held a transfer back on its way, and how many bytes had passed by when.
#pragma once

#include "sim/clock.hpp"

#include <string>
#include <vector>

namespace reentry {

// Time that went by on something: a link, a drive, a decision.
struct Spent {
    std::string on;
    sim::Duration time{};
};

// Adds the time to what was spent on the same thing before.
void add_spent(std::vector<Spent>& all, const std::string& on, sim::Duration time);

// One transfer, from the wish to send until the last byte.
struct Passage {
    struct Step {
        sim::Time since{};
        double moved = 0;  // bytes by then
        double rate = 0;   // bytes per second from then on
        std::string limit;
    };
    std::vector<Step> steps;  // in order of time
    sim::Time end{};
    double left = 0;  // bytes not moved when it ended: it was interrupted

    // What it was held back by in [from, to), in order of first appearance; adds up to to - from as
    // far as the passage lasted.
    std::vector<Spent> spent(sim::Time from, sim::Time to) const;
};

}  // namespace reentry
