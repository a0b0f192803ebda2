// The chaos sweep: one bad day, moved to every instant at which something happens in the operation,
// and struck just after it. Which instant is the worst, and how bad is it then?
//
// Everything random in the incident is drawn once, so that only the instant differs. Events at one
// instant are struck once. Deterministic, whatever the number of threads.
#pragma once

#include "models/operation/case.hpp"
#include "models/operation/history.hpp"
#include "study/comparison.hpp"

#include <array>
#include <stop_token>
#include <vector>

namespace reentry::study {

enum class Happening : std::uint8_t {
    job_starts,
    job_ends,
    logs_shipped,
    point_expires,
    outage_begins,
    outage_ends,
};

inline constexpr std::size_t happenings = 6;
const char* happening_name(Happening happening);  // "job starts"

// What happened at one instant, and what an incident just after it leads to.
struct Strike {
    sim::Time at{};
    std::array<bool, happenings> what{};
    bool recovered = false;
    double recovery_s = 0, top_minimum_s = 0, data_loss_s = 0;
};

// The strikes after one kind of happening. `worst` are indices of strikes.
struct ChaosGroup {
    Happening happening{};
    std::size_t strikes = 0, unrecoverable = 0;
    Estimate recovery, data_loss;  // of those that recovered [s]
    std::size_t slowest = 0, stalest = 0;
};

struct Chaos {
    std::vector<Strike> strikes;     // in order of time
    std::vector<ChaosGroup> groups;  // of the happenings that occur
    Estimate recovery, data_loss;    // over all that recovered [s]
    std::size_t unrecoverable = 0;
    bool cancelled = false;
};

struct ChaosOptions {
    std::size_t incident = 0;  // class
    std::size_t number = 0;    // which draw of it is moved about
    sim::Time from{}, to{};    // events in [from, to)
    unsigned jobs = 0;         // threads; 0: all cores
    std::stop_token stop;
};

// The instants in [from, to) at which something happens in a history, in order.
std::vector<Strike> instants_of(const Case& what, const History& history, sim::Time from,
                                sim::Time to);

Chaos chaos(const Case& what, const ChaosOptions& options);

}  // namespace reentry::study
