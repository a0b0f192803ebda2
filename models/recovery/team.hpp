// Processes that work for another one: when that one is interrupted, so are they.
#pragma once

#include "sim/process.hpp"

#include <vector>

namespace reentry {

class Team {
 public:
    Team() = default;
    ~Team() {
        for (const auto& member : members_) member.interrupt("no longer needed");
    }
    Team(const Team&) = delete;
    Team& operator=(const Team&) = delete;

    void add(sim::Process member) { members_.push_back(member); }
    const std::vector<sim::Process>& members() const { return members_; }

 private:
    std::vector<sim::Process> members_;
};

}  // namespace reentry
