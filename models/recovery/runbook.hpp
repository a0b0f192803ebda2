// The processes of a recovery. Each reads as its runbook does; what they share is a Recovery.
#pragma once

#include "models/operation/recorder.hpp"
#include "models/recovery/recover.hpp"
#include "sim/event.hpp"

#include <deque>
#include <map>
#include <utility>

namespace reentry {

// What the processes of one recovery share.
struct Recovery {
    World& world;
    const History& history;
    const Damage& damage;
    Recorder& recorder;
    IncidentOutcome& outcome;
    std::deque<sim::Event> served;              // per workload: it serves again, or never will
    std::vector<WorkloadOutcome*> by_workload;  // null where not hit
    std::size_t open = 0;                       // workloads still being recovered
    std::vector<std::optional<sim::Time>> tapes_arrive;  // per store: when a vault's tapes are here
    std::vector<SetAside> aside;                         // per workload: points that proved bad
    std::vector<std::size_t> thaws;                      // per workload: requests so far
    std::vector<bool> shifts;                            // per site: its shifts have begun
    // When virtual tapes are back from the archive, by copy and number.
    std::map<std::pair<std::size_t, std::size_t>, sim::Time> recalled{};

    sim::FramePool* frame_pool() const { return world.frame_pool(); }
    const Case& what() const { return world.what; }
    const Workload& subject(std::size_t w) const { return world.what.scenario->workloads[w]; }
    const Stages& stages(std::size_t w) const { return world.what.stages[w]; }
    std::size_t site_of(std::size_t w) const;
};

// Brings one hit workload back, from failure to serving.
sim::Task<void> bring_back(Recovery& recovery, std::size_t workload);

}  // namespace reentry
