#include "sim/simulation.hpp"

#include "sim/clock_text.hpp"
#include "sim/suspension.hpp"

#include <fmt/format.h>

#include <utility>

namespace reentry::sim {

Simulation::Simulation(Time start) : queue_(start), frames_(new FramePool) {}

Simulation::~Simulation() {
    destroy_processes();
    frames_->retire();
}

void Simulation::finish_failed(ProcessRecord& process) {
    const std::exception_ptr error = std::exchange(process.root.promise().error, nullptr);
    const std::string name = Process{process}.name();
    finish(process);
    fail(name, error);
}

// An interrupt that nobody caught has done its work: it ends the process.
void Simulation::fail(const std::string& who, const std::exception_ptr& error) const {
    const auto where = fmt::format("at {} in {}: ", iso_text(now()), who);
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
    REENTRY_CHECK(t >= now(), "running until a time {} ns ago", (now() - t).count());
    while (step_until(t)) {
    }
    queue_.advance(t);
}

void Simulation::interrupt(ProcessRecord& process, const std::string& reason) {
    REENTRY_CHECK(&process != dispatch_.running, "a process interrupts itself");
    if (process.interrupt || closing_) return;
    process.interrupt = std::make_exception_ptr(Interrupted(reason));
    if (Suspension* waiting = std::exchange(process.suspension, nullptr)) waiting->cancelled();
    if (process.started)
        queue_.arm_now(process.slot);
    else
        end_unstarted(process);
}

Process Simulation::spawn(Task<void> task, std::string name) {
    const Process process = spawn(std::move(task));
    if (!process.done() && !name.empty())
        process.record_->name = std::make_unique<std::string>(std::move(name));
    return process;
}

void Simulation::enroll(Scheduled& scheduled) {
    scheduled.slot = queue_.add();
    scheduled_.push_back(&scheduled);
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
