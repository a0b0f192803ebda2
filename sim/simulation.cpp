#include "sim/simulation.hpp"

#include "sim/clock_text.hpp"
#include "sim/suspension.hpp"

#include <fmt/format.h>

#include <utility>

namespace reentry::sim {

Simulation::Simulation(Time start) : now_(start), queue_(start), frames_(new FramePool) {}

Simulation::~Simulation() {
    destroy_processes();
    frames_->retire();
}

Process Simulation::spawn(Task<void> task, std::string name) {
    if (closing_) return {};
    ProcessRecord& process = fresh_record();
    process.root = task.release();
    REENTRY_CHECK(process.root, "an empty task is spawned");
    TaskPromise<void>& promise = process.root.promise();
    REENTRY_CHECK(!promise.dispatch, "a task that has started is spawned");
    promise.dispatch = &dispatch_;
    process.resume_point = process.root;
    if (!name.empty()) process.name = std::make_unique<std::string>(std::move(name));
    ++live_;
    queue_.arm(process.slot, now_);
    return Process{process};
}

ProcessRecord& Simulation::fresh_record() {
    if (idle_processes_.empty()) {
        ProcessRecord& process = processes_.emplace_back();
        process.is_process = true;
        process.simulation = this;
        process.slot = queue_.add(&process);
        return process;
    }
    ProcessRecord& process = *idle_processes_.back();
    idle_processes_.pop_back();
    return process;
}

// The record is free before anyone who waited for its end is told.
void Simulation::finish(ProcessRecord& process) {
    std::exception_ptr error = std::move(process.root.promise().error);
    std::string name;
    if (error) [[unlikely]]
        name = Process{process}.name();
    process.root.destroy();
    process.root = nullptr;
    process.resume_point = nullptr;
    process.started = false;
    process.interrupt = nullptr;
    process.name.reset();
    ++process.generation;
    --live_;
    idle_processes_.push_back(&process);
    process.joiners.notify_all();
    if (error) [[unlikely]]
        fail(name, error);
}

// An interrupt that nobody caught has done its work: it ends the process.
void Simulation::fail(const std::string& who, const std::exception_ptr& error) const {
    const auto where = fmt::format("at {} in {}: ", iso_text(now_), who);
    try {
        std::rethrow_exception(error);
    } catch (const Interrupted&) {
        return;
    } catch (const std::exception& cause) {
        std::throw_with_nested(ProcessFailure(where + cause.what()));
    } catch (...) {
        std::throw_with_nested(ProcessFailure(where + "an exception of unknown type"));
    }
}

void Simulation::run_until(Time t) {
    REENTRY_CHECK(t >= now_, "running until a time {} ns ago", (now_ - t).count());
    while (step_until(t)) {
    }
    now_ = t;
}

void Simulation::interrupt(ProcessRecord& process, const std::string& reason) {
    REENTRY_CHECK(&process != dispatch_.running, "a process interrupts itself");
    if (process.interrupt || closing_) return;
    process.interrupt = std::make_exception_ptr(Interrupted(reason));
    if (Suspension* waiting = std::exchange(process.suspension, nullptr)) waiting->cancelled();
    if (process.started)
        queue_.arm(process.slot, now_);
    else
        end_unstarted(process);
}

// There is no await yet at which it could see the interrupt.
void Simulation::end_unstarted(ProcessRecord& process) {
    queue_.disarm(process.slot);
    finish(process);
}

void Simulation::throw_interrupt(ProcessRecord& process) {
    std::rethrow_exception(std::exchange(process.interrupt, nullptr));
}

std::vector<std::string> Simulation::live_names() const {
    std::vector<std::string> names;
    for (const ProcessRecord& process : processes_)
        if (process.root) names.push_back(process.name ? *process.name : "process");
    return names;
}

void Simulation::destroy_processes() noexcept {
    closing_ = true;
    for (ProcessRecord& process : processes_)
        if (Suspension* waiting = std::exchange(process.suspension, nullptr)) waiting->cancelled();
    for (ProcessRecord& process : processes_) {
        if (!process.root) continue;
        queue_.disarm(process.slot);
        finish(process);
    }
    closing_ = false;
}

std::string Process::name() const {
    if (done()) return {};
    return record_->name ? *record_->name : "process";
}

void Process::interrupt(const std::string& reason) const {
    if (!done()) record_->simulation->interrupt(*record_, reason);
}

ListWait Process::operator co_await() const {
    if (done()) return {nullptr, nullptr};
    return {record_->simulation, &record_->joiners};
}

DeadlineWait Process::by(Time deadline) const {
    if (done()) return {nullptr, nullptr, deadline};
    return {record_->simulation, &record_->joiners, deadline};
}

}  // namespace reentry::sim
