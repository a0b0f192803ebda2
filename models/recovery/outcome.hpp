// What an incident led to: when everything was back, what was lost, what it cost. Plain data.
//
// Data that cannot come back is an outcome of its own (`recovered == false`), never an infinite
// number in a mean.
#pragma once

#include "models/money/money.hpp"
#include "sim/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reentry {

// A stage of a recovery, in the words of a runbook. Spans of a workload follow each other or wait
// for each other.
enum class Stage : std::uint8_t {
    detect,
    decide,
    mobilise,
    target,
    prepare,
    rebuild,
    courier,
    thaw,
    mount,
    transfer,
    replay,
    scan,
    dependencies,
    start,
    verify
};

const char* stage_name(Stage stage);  // "wait for dependencies"

// One stage of one workload's recovery; waited_for names the resource if the time was spent
// waiting.
struct StageSpan {
    Stage stage{};
    sim::Time begin{}, end{};
    std::string waited_for;
};

// How one affected workload fared.
struct WorkloadOutcome {
    std::size_t workload = 0;  // index in Scenario::workloads
    bool restored = false;     // its data is back
    bool recovered = false;    // it serves again, verified: its data and all that it depends on
    sim::Time back{};          // instant at which it serves again; meaningful when recovered
    std::optional<std::size_t>
        copy;  // index in Strategy::copies of the copy used; empty: rebuilt or none usable
    sim::Duration data_loss{};    // from the newest usable recovery point to the failure
    std::int64_t bytes_lost = 0;  // changed in that time
    std::int64_t bytes_restored = 0;
    std::vector<StageSpan> spans;  // only when asked for: see Recovery
};

// How one incident fared. Times are from the failure.
struct IncidentOutcome {
    std::size_t incident = 0;  // index in Scenario::incidents
    std::size_t number = 0;  // which draw of that class; (seed, class, number) reproduces it alone
    sim::Time failure{};
    std::vector<WorkloadOutcome> workloads;  // the affected ones
    bool recovered = false;                  // all of them
    sim::Duration recovery_time{};           // until the last of them is back
    bool top_hit = false;                    // the top service was affected
    bool top_minimum_recovered = false;      // it serves at its minimum level
    bool top_recovered = false;              // all of it serves
    sim::Duration top_minimum{};             // until the top service serves at its minimum level
    sim::Duration top_full{};                // until all of it serves
    sim::Duration top_data_loss{};           // worst of its workloads
    sim::Duration data_loss{};               // worst of all workloads
    Money recovery_bill;  // marginal: the months with it less the months without it
    Money outage_cost;
    Money loss_cost;
};

}  // namespace reentry
