// What an incident led to: when everything was back, what was lost, what it cost. Plain data.
//
// Data that cannot come back is an outcome of its own (`recovered == false`), never an infinite
// number in a mean.
#pragma once

#include "models/money/money.hpp"
#include "models/operation/passage.hpp"
#include "sim/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reentry {

// A stage of a recovery, in the words of a runbook. Spans of a workload follow each other, wait for
// each other, or go side by side (drives, logs and their replay).
enum class Stage : std::uint8_t {
    outage,
    detect,
    decide,
    mobilise,
    target,
    prepare,
    promote,
    courier,
    thaw,
    mount,
    etcd,
    api_objects,
    volumes,
    index,
    transfer,
    differences,
    logs,
    replay,
    offsets,
    image,
    rebuild,
    configure,
    boot,
    scan,
    dependencies,
    start,
    runners,
    switch_over,
    verify,
    rest,
    replicas,
    copy_home,
    go_home,
    in_vain
};
inline constexpr std::size_t stage_count = static_cast<std::size_t>(Stage::in_vain) + 1;

const char* stage_name(Stage stage);      // "wait for dependencies"
const char* stage_resource(Stage stage);  // what the time is spent on: "replay thread"

// One stage of one workload's recovery.
struct StageSpan {
    Stage stage{};
    sim::Time begin{}, end{};
    std::string waited_for;            // the queue or workload waited for; empty: worked
    std::optional<std::size_t> needs;  // index of the workload waited for
    std::vector<Spent> spent;  // on what, adding up to its length; empty: on stage_resource()
};

// Where most of a recovery's time went along its critical path.
struct Bottleneck {
    std::string name;      // "link darmstadt-frankfurt"; empty: nothing came back
    sim::Duration time{};  // spent on it or waiting for it
};

// A stretch of the chain of stages, through dependencies, that decides when something is back.
struct CriticalStep {
    std::size_t workload = 0;  // index in Scenario::workloads
    Stage stage{};
    sim::Time begin{}, end{};
    std::vector<Spent> spent;
};

// How one affected workload fared.
struct WorkloadOutcome {
    std::size_t workload = 0;  // index in Scenario::workloads
    bool restored = false;     // its data is back
    bool recovered = false;    // it serves again, verified: its data and all that it depends on
    bool served_on = false;    // planned: it served all the time
    sim::Time down{};          // instant at which it went down
    sim::Time serves{};        // instant at which it serves again; meaningful when recovered
    sim::Time back{};          // instant at which all its data is back too; no sooner than `serves`
    sim::Duration interruption{};  // down again later, when it goes home from where it came back
    std::optional<std::size_t>
        copy;  // index in Strategy::copies of the copy used; empty: rebuilt or none usable
    std::int64_t bad_points = 0;      // that were restored in vain before this one
    sim::Time content{};              // of the recovery point used, logs included
    sim::Duration data_loss{};        // from the newest usable recovery point to the failure
    std::int64_t bytes_lost = 0;      // changed in that time
    std::int64_t bytes_read = 0;      // out of the copy, as stored
    std::int64_t bytes_restored = 0;  // written back, unreduced
    std::vector<StageSpan> spans;     // only when asked for: see RecoveryOptions
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
    sim::Duration interruption{};            // longest of their ways home: planned, apart
    Bottleneck bottleneck;                   // until the last workload that came back
    Bottleneck top_bottleneck;               // until the top service served at its minimum level
    std::vector<CriticalStep> critical;      // behind `bottleneck`; only when spans are asked for
    Money outage_cost;
    Money loss_cost;
};

}  // namespace reentry
