// The base of every awaitable in which a process waits for somebody else: for a queue place, an
// event, a flow.
//
// To build one, derive and give it
//     bool await_ready();                          // optional: true if there is nothing to wait
//     for void await_suspend(std::coroutine_handle<> point) { suspend(point); ...enter the queue...
//     } T await_resume() { resumed(); ...the value... } void cancelled() noexcept override {
//     ...leave the queue... }
// and call wake() (or wake_at) from wherever what was waited for comes true. The process resumes
// through the event queue, so wake() may be called from anywhere, also in the middle of a change of
// state. Between wake and resumption the process may still be interrupted: then cancelled() is
// called too and must give back what was already handed over. cancelled() is also called when the
// simulation destroys the process; it must not throw.
//
// An owner that dies before the simulation calls abandon() for all who wait in it (WaitList leaves
// by itself): such processes sleep until they are interrupted or destroyed.
#pragma once

#include "sim/simulation.hpp"

#include <coroutine>

namespace reentry::sim {

class Suspension {
 public:
    Suspension(const Suspension&) = delete;
    Suspension& operator=(const Suspension&) = delete;

    bool await_ready() const noexcept { return false; }

    // Resumes the process at the current time, behind what is already due; further calls change
    // nothing.
    void wake() {
        if (!process_ || woken_) return;
        woken_ = true;
        simulation_->arm_now(*process_);
    }

    // Resumes the process at t unless it is woken before; replaces an earlier wake_at. Checked: t
    // >= now().
    void wake_at(Time t) {
        if (process_ && !woken_) simulation_->arm(*process_, t);
    }

    // The owner is going: the process stays suspended, cancelled() will not be called any more.
    void abandon() noexcept {
        if (process_) process_->suspension = nullptr;
    }

    Simulation& simulation() const { return *simulation_; }

 protected:
    // Null only if it is never going to suspend.
    explicit Suspension(Simulation* simulation) : simulation_(simulation) {}
    ~Suspension() = default;

    // Suspends the running process here.
    void suspend(std::coroutine_handle<> point) {
        process_ = &simulation_->suspend(point, this);
        woken_ = false;
    }

    // The first thing in await_resume: throws Interrupted if the process was interrupted.
    void resumed() {
        if (!process_) return;
        process_->suspension = nullptr;
        process_ = nullptr;
        simulation_->throw_if_interrupted();
    }

    // True if wake() was called, false if wake_at's time has come.
    bool woken() const { return woken_; }

 private:
    friend class Simulation;
    virtual void cancelled() noexcept = 0;

    Simulation* simulation_;
    ProcessRecord* process_ = nullptr;
    bool woken_ = false;
};

// Waits in a list until it is notified; list null: does not wait.
class ListWait : public Suspension, private WaitLink {
 public:
    ListWait(Simulation* simulation, WaitList* list) : Suspension(simulation), list_(list) {}
    bool await_ready() const noexcept { return list_ == nullptr; }
    void await_suspend(std::coroutine_handle<> point) {
        suspend(point);
        list_->push_back(*this);
    }
    void await_resume() { resumed(); }

 private:
    void notified() override { wake(); }
    void cancelled() noexcept override { leave(); }
    WaitList* list_;
};

// Waits in a list until it is notified or a time has come, whichever is first in the order of
// events.
class DeadlineWait : public Suspension, private WaitLink {
 public:
    DeadlineWait(Simulation* simulation, WaitList* list, Time deadline)
        : Suspension(simulation), list_(list), deadline_(deadline) {}
    bool await_ready() const noexcept { return list_ == nullptr; }
    void await_suspend(std::coroutine_handle<> point) {
        REENTRY_CHECK(deadline_ >= simulation().now(), "a deadline in the past");
        suspend(point);
        list_->push_back(*this);
        wake_at(deadline_);
    }
    // True if notified, false if the deadline came first.
    bool await_resume() {
        resumed();
        leave();
        return list_ == nullptr || woken();
    }

 private:
    void notified() override { wake(); }
    void cancelled() noexcept override { leave(); }
    WaitList* list_;
    Time deadline_;
};

}  // namespace reentry::sim
