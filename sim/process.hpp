// A handle to a process: a spawned task that lives in a simulation.
//
// Copyable and small. It stays valid when the process has ended (a generation number tells), but
// must not be used after the simulation is gone.
#pragma once

#include "sim/scheduled.hpp"
#include "sim/task.hpp"
#include "sim/wait_list.hpp"

#include <coroutine>
#include <cstdint>
#include <exception>
#include <memory>
#include <stdexcept>
#include <string>

namespace reentry::sim {

class Simulation;
class Suspension;
class ListWait;
class DeadlineWait;

// What a process sees at its current await when it is interrupted.
class Interrupted : public std::runtime_error {
 public:
    explicit Interrupted(const std::string& reason) : std::runtime_error(reason) {}
};

// An exception that escaped from a process or a timer, with "at <time> in <process>: " before its
// message. The original is nested (std::rethrow_if_nested).
class ProcessFailure : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The simulation's side of a process; reused when it has ended. Only the kernel touches it.
struct ProcessRecord : Scheduled {
    Simulation* simulation = nullptr;
    std::coroutine_handle<TaskPromise<void>> root;
    std::coroutine_handle<> resume_point;  // the innermost suspended task
    Suspension* suspension = nullptr;      // what it waits in, unless it only waits for a time
    std::exception_ptr interrupt;          // to be thrown at the next resumption
    std::uint64_t generation = 0;
    std::unique_ptr<std::string> name;
    ProcessRecord* next_idle = nullptr;  // once it has ended
    WaitList joiners;
};

class Process {
 public:
    // A process that has ended.
    Process() = default;

    // True once the process has ended, by return or by an interrupt that it did not catch.
    bool done() const { return !record_ || record_->generation != generation_; }

    // The name given to spawn; "process" if none was; empty if it has ended.
    std::string name() const;

    // Throws Interrupted{reason} at the await that the process stands at, through nested tasks.
    // What it waits for is cancelled at once, the process resumes behind what is already due at
    // this instant. If it does not catch it, it ends without error; if it has not started, it never
    // does. No effect on a process that has ended or is interrupted already. A process cannot
    // interrupt itself (checked).
    void interrupt(const std::string& reason) const;

    // co_await process: waits for its end; returns at once if it has ended.
    ListWait operator co_await() const;

    // co_await process.by(t): waits for its end, at most until t; true if it has ended.
    DeadlineWait by(Time deadline) const;

    friend bool operator==(const Process&, const Process&) = default;

 private:
    friend class Simulation;
    friend class FirstOf;
    explicit Process(ProcessRecord& record) : record_(&record), generation_(record.generation) {}

    ProcessRecord* record_ = nullptr;
    std::uint64_t generation_ = 0;
};

}  // namespace reentry::sim
