#include "sim/combine.hpp"

#include <utility>

namespace reentry::sim {

Task<void> all_of(Simulation&, std::vector<Process> processes) {
    for (const Process& process : processes) co_await process;
}

FirstOf::FirstOf(Simulation& simulation, std::vector<Process> processes,
                 std::optional<Time> deadline)
    : Suspension(&simulation),
      processes_(std::move(processes)),
      deadline_(deadline),
      first_(processes_.size()) {
    REENTRY_CHECK(!processes_.empty(), "any_of without processes");
}

bool FirstOf::await_ready() {
    for (std::size_t i = 0; i < processes_.size(); ++i) {
        if (!processes_[i].done()) continue;
        first_ = i;
        return true;
    }
    return false;
}

void FirstOf::await_suspend(std::coroutine_handle<> point) {
    suspend(point);
    for (std::size_t i = 0; i < processes_.size(); ++i) {
        Branch& branch = branches_.emplace_back(*this, i);
        processes_[i].record_->joiners.push_back(branch);
    }
    if (deadline_) wake_at(*deadline_);
}

std::size_t FirstOf::await_resume() {
    branches_.clear();
    resumed();
    return first_;
}

// The links of the others stay until the process resumes; what they report no longer counts.
void FirstOf::ended(std::size_t index) {
    if (first_ != processes_.size()) return;
    first_ = index;
    wake();
}

FirstOf any_of(Simulation& simulation, std::vector<Process> processes) {
    return {simulation, std::move(processes), std::nullopt};
}

FirstOf any_of(Simulation& simulation, std::vector<Process> processes, Time deadline) {
    REENTRY_CHECK(deadline >= simulation.now(), "a deadline in the past");
    return {simulation, std::move(processes), deadline};
}

}  // namespace reentry::sim
