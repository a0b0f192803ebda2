// What years of normal operation left behind: the recovery points of every copy, the usage, and
// what went wrong.
#pragma once

#include "models/ledger/ledger.hpp"
#include "models/protection/recovery_point.hpp"

#include <string>
#include <vector>

namespace reentry {

// A time during which a link was down.
struct Outage {
    std::size_t link = 0;
    sim::Time begin{}, end{};
};

// How the jobs of one copy fared.
struct JobCounts {
    std::size_t started = 0;
    std::size_t finished = 0;
    std::size_t missed_window = 0;  // ran longer than the copy's window
    std::size_t skipped = 0;        // due while the one before still ran
    sim::Duration longest{};
};

// A virtual tape of one copy.
struct VirtualTape {
    sim::Time opened{};                    // its first byte was written
    sim::Time closed = sim::Time::max();   // full, or its time came
    sim::Time ejected = sim::Time::max();  // in the archive from then on
    std::int64_t bytes = 0;
};

struct History {
    sim::Time begin{}, end{};
    std::vector<std::vector<Points>>
        points;                   // [copy][workload]; empty where the copy does not cover it
    std::vector<JobCounts> jobs;  // per copy
    std::vector<std::vector<VirtualTape>> tapes;  // per copy; empty without a gateway
    std::vector<Outage> outages;                  // in order of begin
    std::vector<sim::Time> seeded;  // per copy: when every covered workload had its first point
    Ledger ledger;
    std::size_t events = 0;
};

}  // namespace reentry
