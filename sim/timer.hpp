// Callbacks at a time, for parts that are no processes.
#pragma once

#include "sim/simulation.hpp"

#include <functional>

namespace reentry::sim {

// A callback that is armed again and again, such as "the next flow ends". Arming again replaces the
// time at the cost of one insertion and allocates nothing. Must not outlive the simulation.
class Timer {
 public:
    Timer(Simulation& simulation, std::function<void()> action);
    ~Timer();
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    // Calls the action at t, behind what is already due then. Checked: t >= now().
    void arm(Time t) {
        due_ = t;
        simulation_.arm(record_, t);
    }
    void disarm() { simulation_.queue_.disarm(record_.slot); }
    bool armed() const { return simulation_.queue_.armed(record_.slot); }

    // When it was last armed for.
    Time due() const { return due_; }

 private:
    Simulation& simulation_;
    TimerRecord& record_;
    Time due_{};
};

// A handle to one call made by Simulation::at; dropping it changes nothing.
class ScheduledCall {
 public:
    ScheduledCall() = default;

    // Cancels the call if it has not been made.
    void cancel();
    bool pending() const { return record_ && record_->generation == generation_; }

 private:
    friend class Simulation;
    ScheduledCall(Simulation& simulation, TimerRecord& record)
        : simulation_(&simulation), record_(&record), generation_(record.generation) {}

    Simulation* simulation_ = nullptr;
    TimerRecord* record_ = nullptr;
    std::uint64_t generation_ = 0;
};

}  // namespace reentry::sim
