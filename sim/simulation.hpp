// A simulation: a clock, the processes that live by it, and the events still to come.
//
//     Task<void> lamp(Simulation& sim) { co_await sim.delay(std::chrono::hours{2}); ... }
//     Simulation sim{midnight(2026y / 3 / 1)};
//     sim.spawn(lamp(sim), "lamp");
//     sim.run();
//
// Order: by time, at equal times by the order in which things became due; the same program gives
// the same order everywhere. Several simulations in one program never see each other; each belongs
// to one thread.
//
// Lifetime: what processes refer to (resources, events, networks) may die before or after the
// simulation. If processes hold objects whose destructors reach further, call destroy_processes()
// while all of it is alive.
#pragma once

#include "sim/check.hpp"
#include "sim/clock.hpp"
#include "sim/event_queue.hpp"
#include "sim/frame_pool.hpp"
#include "sim/large_pages.hpp"
#include "sim/process.hpp"
#include "sim/scheduled.hpp"
#include "sim/task.hpp"

#include <coroutine>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace reentry::sim {

class Delay;
class ScheduledCall;

class Simulation {
 public:
    // A simulation whose clock shows `start`.
    explicit Simulation(Time start = {});

    // Destroys the processes that have not ended (destroy_processes).
    ~Simulation();
    Simulation(const Simulation&) = delete;
    Simulation& operator=(const Simulation&) = delete;

    Time now() const { return queue_.now(); }

    // Starts a process at the current time, behind what is already due. Parameters of the task must
    // outlive it.
    Process spawn(Task<void> task);
    Process spawn(Task<void> task, std::string name);

    // co_await delay(d): d later; d = 0 lets everything already due go first. Checked: d >= 0.
    [[nodiscard]] Delay delay(Duration d);

    // co_await until(t): at t. Checked: t >= now().
    [[nodiscard]] Delay until(Time t);

    // Calls `action` at time t, in the same order as processes; the result can cancel it. Checked:
    // t >= now().
    ScheduledCall at(Time t, std::function<void()> action);

    // Runs until nothing is pending. Processes may then still wait for something that never comes
    // (live()).
    void run() {
        while (step()) {
        }
    }

    // Runs everything due up to and including t; then the clock shows t. Checked: t >= now().
    void run_until(Time t);

    // Runs the next event; false if none is pending. Throws ProcessFailure if the process or action
    // fails; the simulation can go on without it.
    bool step() { return step_until(Time::max()); }

    // Events run so far.
    std::uint64_t events_processed() const { return events_; }

    // Events pending, and processes that have not ended.
    std::size_t pending() const { return queue_.size(); }
    std::size_t live() const { return live_; }

    // Names of the processes that have not ended, in order of their records; for "what is it
    // waiting for".
    std::vector<std::string> live_names() const;

    // The process that runs now; an ended one when none does.
    Process current() const { return dispatch_.running ? Process{*dispatch_.running} : Process{}; }

    // Ends all processes without running them: each leaves what it waits in, then their frames are
    // destroyed, children first; leases are released and nobody is woken. Must not be called from a
    // process.
    void destroy_processes() noexcept;

    // True while destroy_processes is at work: whoever would wake others need not.
    bool closing() const { return closing_; }

    // Where coroutine frames come from; FramePool and EventQueue measure their own memory.
    FramePool* frame_pool() const { return frames_; }
    std::size_t queue_memory() const { return queue_.memory(); }

 private:
    friend class Process;
    friend class Suspension;
    friend class Delay;
    friend class Timer;
    friend class ScheduledCall;
    friend class FirstOf;

    bool step_until(Time limit);
    void resume(ProcessRecord& process);
    void finish(ProcessRecord& process);
    void finish_failed(ProcessRecord& process);
    void end_unstarted(ProcessRecord& process);
    void fire(Scheduled& timer);
    void fail(const std::string& who, const std::exception_ptr& error) const;
    ProcessRecord& fresh_record();
    void enroll(Scheduled& scheduled);
    TimerRecord& fresh_timer();
    void retire_timer(TimerRecord& timer);
    void interrupt(ProcessRecord& process, const std::string& reason);

    // The running process suspends in `where` (null: only for a time).
    ProcessRecord& suspend(std::coroutine_handle<> point, Suspension* where) {
        REENTRY_CHECK(dispatch_.running, "awaited outside the processes of this simulation");
        ProcessRecord& process = *dispatch_.running;
        process.resume_point = point;
        process.suspension = where;
        return process;
    }
    void throw_if_interrupted() {
        if (dispatch_.running->interrupt) [[unlikely]]
            throw_interrupt(*dispatch_.running);
    }
    [[noreturn]] static void throw_interrupt(ProcessRecord& process);
    void arm(Scheduled& scheduled, Time at) {
        if (!closing_) queue_.arm(scheduled.slot, at);
    }
    void arm_now(Scheduled& scheduled) {
        if (!closing_) queue_.arm_now(scheduled.slot);
    }

    EventQueue queue_;
    LargeVector<Scheduled*> scheduled_;  // by slot
    Dispatch dispatch_;
    std::uint64_t events_ = 0;
    std::size_t live_ = 0;
    bool closing_ = false;
    FramePool* frames_;
    std::deque<ProcessRecord> processes_;
    ProcessRecord* idle_processes_ = nullptr;
    std::deque<TimerRecord> timers_;
    std::vector<TimerRecord*> idle_timers_;
};

// The wait for a point in time.
class Delay {
 public:
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> point) const {
        simulation_.arm(simulation_.suspend(point, nullptr), at_);
    }
    void await_resume() const { simulation_.throw_if_interrupted(); }

 private:
    friend class Simulation;
    Delay(Simulation& simulation, Time at) : simulation_(simulation), at_(at) {}
    Simulation& simulation_;
    Time at_;
};

inline Delay Simulation::delay(Duration d) {
    REENTRY_CHECK(d >= Duration::zero(), "a delay of {} ns", d.count());
    REENTRY_CHECK(d <= Time::max() - now(), "a delay beyond the end of time");
    return {*this, now() + d};
}

inline Delay Simulation::until(Time t) {
    REENTRY_CHECK(t >= now(), "waiting for a time {} ns ago", (now() - t).count());
    return {*this, t};
}

inline bool Simulation::step_until(Time limit) {
    const Slot slot = queue_.pop(limit);
    if (slot == EventQueue::none) return false;
    ++events_;
    Scheduled& due = *scheduled_[slot];
    if (due.is_process) [[likely]]
        resume(static_cast<ProcessRecord&>(due));
    else
        fire(due);
    return true;
}

// A task that ends after its caller was suspended leaves the caller in dispatch_.next.
inline void Simulation::resume(ProcessRecord& process) {
    dispatch_.running = &process;
    process.started = true;
    std::coroutine_handle<> point = process.resume_point;
    do {
        dispatch_.next = nullptr;
        point.resume();
        point = dispatch_.next;
    } while (point);
    dispatch_.running = nullptr;
    if (process.root.done()) finish(process);
}

inline Process Simulation::spawn(Task<void> task) {
    if (closing_) return {};
    ProcessRecord& process = fresh_record();
    process.root = task.release();
    REENTRY_CHECK(process.root, "an empty task is spawned");
    TaskPromise<void>& promise = process.root.promise();
    REENTRY_CHECK(!promise.dispatch, "a task that has started is spawned");
    promise.dispatch = &dispatch_;
    process.resume_point = process.root;
    ++live_;
    queue_.arm_now(process.slot);
    return Process{process};
}

inline ProcessRecord& Simulation::fresh_record() {
    ProcessRecord* process = idle_processes_;
    if (!process) [[unlikely]] {
        process = &processes_.emplace_back();
        process->is_process = true;
        process->simulation = this;
        enroll(*process);
    } else {
        idle_processes_ = process->next_idle;
    }
    return *process;
}

// The record is free before anyone who waited for its end is told.
inline void Simulation::finish(ProcessRecord& process) {
    if (process.root.promise().error) [[unlikely]]
        return finish_failed(process);
    process.root.destroy();
    process.root = nullptr;
    process.started = false;
    if (process.interrupt) process.interrupt = nullptr;
    if (process.name) process.name.reset();
    ++process.generation;
    --live_;
    process.next_idle = std::exchange(idle_processes_, &process);
    process.joiners.notify_all();
}

}  // namespace reentry::sim
