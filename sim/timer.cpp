#include "sim/timer.hpp"

#include <utility>

namespace reentry::sim {

Timer::Timer(Simulation& simulation, std::function<void()> action)
    : simulation_(simulation), record_(simulation.fresh_timer()) {
    record_.action = std::move(action);
}

Timer::~Timer() { simulation_.retire_timer(record_); }

void ScheduledCall::cancel() {
    if (pending()) simulation_->retire_timer(*record_);
}

ScheduledCall Simulation::at(Time t, std::function<void()> action) {
    REENTRY_CHECK(t >= now(), "a call {} ns ago", (now() - t).count());
    TimerRecord& timer = fresh_timer();
    timer.action = std::move(action);
    timer.once = true;
    arm(timer, t);
    return {*this, timer};
}

TimerRecord& Simulation::fresh_timer() {
    TimerRecord* timer;
    if (idle_timers_.empty()) {
        timer = &timers_.emplace_back();
        enroll(*timer);
    } else {
        timer = idle_timers_.back();
        idle_timers_.pop_back();
    }
    return *timer;
}

void Simulation::retire_timer(TimerRecord& timer) {
    queue_.disarm(timer.slot);
    timer.action = nullptr;
    timer.once = false;
    ++timer.generation;
    idle_timers_.push_back(&timer);
}

// A one-shot timer is given up before its action runs, so that the action may schedule the next.
void Simulation::fire(Scheduled& scheduled) {
    auto& timer = static_cast<TimerRecord&>(scheduled);
    try {
        if (timer.once) {
            const std::function<void()> action = std::move(timer.action);
            retire_timer(timer);
            action();
        } else {
            timer.action();
        }
    } catch (...) {
        fail("a timer", std::current_exception());
    }
}

}  // namespace reentry::sim
