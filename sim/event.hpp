// Things that happen and that processes wait for: once (Event) or again and again (Signal).
#pragma once

#include "sim/simulation.hpp"
#include "sim/suspension.hpp"
#include "sim/wait_list.hpp"

namespace reentry::sim {

// Happens at most once; whoever awaits it later goes on at once.
class Event {
 public:
    explicit Event(Simulation& simulation) : simulation_(simulation) {}

    // It happens: wakes all who wait, in order of arrival. A second call changes nothing.
    void trigger() {
        if (triggered_) return;
        triggered_ = true;
        waiting_.notify_all();
    }
    bool triggered() const { return triggered_; }

    // co_await event
    ListWait operator co_await() { return {&simulation_, triggered_ ? nullptr : &waiting_}; }

    // co_await event.by(t): waits at most until t; true if the event has happened.
    DeadlineWait by(Time deadline) {
        return {&simulation_, triggered_ ? nullptr : &waiting_, deadline};
    }

 private:
    Simulation& simulation_;
    WaitList waiting_;
    bool triggered_ = false;
};

// Can happen many times; each time wakes those who wait just then.
class Signal {
 public:
    explicit Signal(Simulation& simulation) : simulation_(simulation) {}

    // Wakes all who wait, in order of arrival; nothing is remembered for those who come later.
    void notify() { waiting_.notify_all(); }

    // co_await signal: waits for the next notify.
    ListWait operator co_await() { return {&simulation_, &waiting_}; }

    // co_await signal.by(t): waits at most until t; true if notified.
    DeadlineWait by(Time deadline) { return {&simulation_, &waiting_, deadline}; }

 private:
    Simulation& simulation_;
    WaitList waiting_;
};

}  // namespace reentry::sim
