// Waiting for several processes: for all of them, or for the first.
#pragma once

#include "sim/suspension.hpp"

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

namespace reentry::sim {

// co_await all_of(sim, processes): until all have ended; at once if there are none.
Task<void> all_of(Simulation& simulation, std::vector<Process> processes);

// The wait of any_of.
class FirstOf : public Suspension {
 public:
    FirstOf(Simulation& simulation, std::vector<Process> processes, std::optional<Time> deadline);
    bool await_ready();
    void await_suspend(std::coroutine_handle<> point);

    // Index of the process that ended first; number of processes if the deadline came before.
    std::size_t await_resume();

 private:
    struct Branch final : WaitLink {
        Branch(FirstOf& owner, std::size_t index) : owner_(owner), index_(index) {}
        void notified() override { owner_.ended(index_); }
        FirstOf& owner_;
        std::size_t index_;
    };

    void ended(std::size_t index);
    void cancelled() noexcept override { branches_.clear(); }

    std::vector<Process> processes_;
    std::optional<Time> deadline_;
    std::deque<Branch> branches_;
    std::size_t first_;
};

// co_await any_of(sim, processes): index of the process that ends first. At equal times: of the one
// whose end comes first in the order of events; if some have ended already: the smallest index.
// Checked: processes not empty.
FirstOf any_of(Simulation& simulation, std::vector<Process> processes);

// The same, at most until `deadline`; gives processes.size() if none has ended by then.
FirstOf any_of(Simulation& simulation, std::vector<Process> processes, Time deadline);

}  // namespace reentry::sim
