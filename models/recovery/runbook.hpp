// The processes of a recovery. Each reads as its runbook does; what they share is a Recovery.
#pragma once

#include "models/operation/recorder.hpp"
#include "models/recovery/recover.hpp"
#include "sim/event.hpp"

#include <deque>

namespace reentry {

// What the processes of one recovery share.
struct Recovery {
    World& world;
    const History& history;
    const Damage& damage;
    const RecoveryOptions& options;
    Recorder& recorder;
    IncidentOutcome& outcome;
    std::deque<sim::Event> served;              // per workload: it serves again, or never will
    std::vector<WorkloadOutcome*> by_workload;  // null where not hit
    std::size_t open = 0;                       // workloads still being recovered
    std::vector<std::optional<sim::Time>> tapes_arrive;  // per store: when a vault's tapes are here

    sim::FramePool* frame_pool() const { return world.frame_pool(); }
    const Case& what() const { return world.what; }
    const Workload& subject(std::size_t w) const { return world.what.scenario->workloads[w]; }
    std::size_t site_of(std::size_t w) const;
};

// Brings one hit workload back, from failure to serving.
sim::Task<void> bring_back(Recovery& recovery, std::size_t workload);

// Repeats the backup jobs that the history holds for one workload and copy from now on.
sim::Task<void> go_on_backing_up(World& world, const Points& points, std::size_t copy,
                                 std::size_t workload);

}  // namespace reentry
