// What the processes of one recovery share.
#pragma once

#include "models/operation/recorder.hpp"
#include "models/recovery/recover.hpp"
#include "sim/event.hpp"

#include <deque>
#include <map>
#include <memory>
#include <utility>

namespace reentry {

// A backup that goes on beside the recovery.
struct BackupGoingOn {
    std::size_t copy = 0, workload = 0;
    sim::Process process;
};

struct Recovery {
    World& world;
    const History& history;
    Damage damage;  // all that is broken by now
    Recorder& recorder;
    IncidentOutcome& outcome;
    std::deque<sim::Event> events{};
    std::vector<sim::Event*> served{};            // per workload: it serves again, or never will
    std::vector<WorkloadOutcome*> by_workload{};  // null where not down
    std::size_t open = 0;                         // workloads still being recovered
    std::vector<std::optional<sim::Time>> tapes_arrive{};  // per store: a vault's tapes are here
    std::vector<SetAside> aside{};                         // per workload: points that proved bad
    std::vector<std::size_t> thaws{};                      // per workload: requests so far
    std::vector<sim::Time> rented_from{}, rented_until{};  // per site: machines are paid for
    std::vector<bool> shifts{};                            // per site: its shifts have begun
    std::vector<sim::Process> at_work{};                   // per workload: who brings it back
    std::vector<sim::Time> decided{};                      // per workload: on how to bring it back
    std::vector<std::size_t> promoted{};  // per workload: copy that takes over where it lies; none
    std::vector<sim::Process> going_home{};   // per workload: where it came back elsewhere
    std::vector<bool> is_home{};              // per workload: it has gone home
    std::size_t away = 0;                     // workloads that have yet to go home
    std::vector<const Candidate*> reading{};  // per workload: what it is being restored from now
    std::vector<BackupGoingOn> backups{};
    std::unique_ptr<sim::Resource> drill_crew{};  // places among the people of a drill; else null
    // When virtual tapes are back from the archive, by copy and number.
    std::map<std::pair<std::size_t, std::size_t>, sim::Time> recalled{};

    sim::FramePool* frame_pool() const { return world.frame_pool(); }
    const Case& what() const { return world.what; }
    const Workload& subject(std::size_t w) const { return world.what.scenario->workloads[w]; }
    const Stages& stages(std::size_t w) const { return world.what.stages[w]; }

    // Where the workload is brought back or serves now; where it is restored; where it lives.
    std::size_t site_of(std::size_t w) const;
    std::size_t restored_at(std::size_t w) const;
    std::size_t home_of(std::size_t w) const;

    // Whether a point that is being read has become useless: its copy lost, its content infected.
    bool spoilt(std::size_t workload, const Candidate& source) const;

    // Whether an incident that takes ways away parts a workload from something that it needs, or
    // from a copy of it.
    bool parted(std::size_t workload, std::size_t need) const;
    bool parted_from_copy(std::size_t workload, std::size_t copy) const;

    // Until when the region in which a workload runs is dark; nothing if it is not.
    std::optional<sim::Time> dark_until(std::size_t w) const { return dark_at(w, site_of(w)); }
    std::optional<sim::Time> dark_at(std::size_t workload, std::size_t site) const;

    // Whether a workload that is unharmed cannot serve now, where it is or at a site.
    bool stranded(std::size_t w) const { return stranded_at(w, site_of(w)); }
    bool stranded_at(std::size_t workload, std::size_t site) const;
};

}  // namespace reentry
