// The result of a comparison: one row for every strategy on every provider. Plain data that reports
// and the dashboard are handed; nothing here computes. Times are seconds, money is in the
// scenario's currency.
#pragma once

#include "models/findings/finding.hpp"
#include "models/money/money.hpp"
#include "models/recovery/outcome.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reentry::study {

// Mean with its 95 % confidence interval and quantiles of a sample (Hyndman-Fan type 7). n = 0:
// nothing to tell.
struct Estimate {
    std::size_t n = 0;
    double mean = 0, low = 0, high = 0;
    double p50 = 0, p90 = 0, p95 = 0;
};

// A probability with its 95 % Wilson interval, from `hits` of `n`.
struct Probability {
    std::size_t n = 0, hits = 0;
    double value = 0, low = 0, high = 0;
};

// One incident, reduced to what tables and charts show; (seed, class, number) lets it be simulated
// again alone.
struct Sample {
    std::size_t number = 0;
    sim::Time failure{};
    bool touched = true;  // it took something down, or moved something
    bool recovered = false;
    bool top_hit = false;
    bool top_recovered = false;  // it serves at its minimum level
    double recovery_s = 0;       // all affected workloads
    double top_minimum_s = 0;    // top service at its minimum level
    double top_full_s = 0;
    double data_loss_s = 0;     // worst affected workload
    double interruption_s = 0;  // longest of those that went home later: planned, apart
    Money recovery_bill, outage_cost, loss_cost;
    bool bill_complete = true;  // all of the recovery has a known price
    // Where most of the time went along the critical path until all was back. Empty when nothing
    // came back.
    std::string bottleneck;
    double bottleneck_s = 0;
};

// The top service had fallen below its minimum level, and came back to it.
inline bool top_came_back(const Sample& sample) {
    return sample.top_hit && sample.top_recovered && sample.top_minimum_s > 0;
}

// A bottleneck and in how many incidents it was the one.
struct BottleneckCount {
    std::string name;
    std::size_t incidents = 0;
};

// What the incidents of one class did to one strategy.
struct ClassResult {
    std::string incident;  // id
    std::string name;
    double rate_per_year = 0;
    bool planned = false;           // an exit: objectives and overall figures leave it out
    std::size_t touched = 0;        // incidents that took something down; the others say nothing
    std::size_t unrecoverable = 0;  // incidents in which something could not come back
    Estimate recovery;              // MTR: over the recovered incidents [s]
    Estimate top_minimum,
        top_full;           // over those in which the top service was hit and came back [s]
    Estimate data_loss;     // [s]
    Estimate interruption;  // over those after which something went home: planned, apart [s]
    Probability rto_met,
        rpo_met;  // of the top service, where it was hit; of the hit workloads, where not
    Money mean_bill, mean_outage_cost, mean_loss_cost;
    bool bill_complete = true;                 // of every sample
    std::vector<BottleneckCount> bottlenecks;  // the most frequent first; ties by name
    std::vector<Sample> samples;               // in order of number
};

// What the drills of one kind showed: evidence of restores that were really made.
struct DrillResult {
    std::string drill, name;          // id, name for people
    std::string rehearses;            // name of the class
    std::size_t held = 0;             // over the horizon
    std::size_t failed = 0;           // in which something did not come back
    Estimate restore;                 // until all of it served on its target [s]
    Probability in_time;              // restores of single workloads within their RTO
    std::vector<std::string> copies;  // that were read, by id
    sim::Time last{};                 // of the last one held
};

// Cost of one calendar month, by state.
struct MonthCost {
    sim::Time begin{};
    Money running, drill, recovery, exit;
    bool complete = true;  // all of it has a known price
};

// A share of the horizon's bill: group is what a reader looks for ("storage", "requests", "egress",
// "tape library").
struct CostShare {
    std::string group;
    Money amount;          // of what has a known price
    bool complete = true;  // all of it has one
};

enum class Verdict : std::uint8_t { meets, misses, tie, impossible, not_offered };

struct Row {
    std::string strategy, strategy_name;
    std::string provider, provider_name;  // "" and "on premises" when none is used
    std::string not_offered;              // why this combination cannot exist; empty otherwise
    Money horizon_cost;                   // running + drills over the horizon
    Money monthly_cost;                   // the same per month
    Money present_value;
    Money expected_annual;  // running + sum over classes of rate x (bill + outage + loss)
    std::vector<MonthCost> months;
    std::vector<CostShare> shares;     // descending; they add up to horizon_cost
    std::vector<ClassResult> classes;  // in the scenario's order
    std::vector<DrillResult> drills;   // in the scenario's order
    Money drill_cost;                  // of all drills over the horizon, part of horizon_cost
    // Over all unplanned classes, each weighted by its rate (study/pooled.hpp).
    Estimate overall;      // MTR [s]
    Estimate top_minimum;  // until the top service is at its minimum level, where it was below [s]
    Estimate data_loss;    // [s]
    Probability rto_met, rpo_met;
    Probability unrecoverable;  // that something does not come back
    Verdict verdict = Verdict::impossible;
    std::string reason;                       // one sentence for the verdict
    std::vector<std::string> unknown_prices;  // lines that could not be priced, with the reason
    std::vector<Finding> findings;
    std::size_t jobs = 0, missed_windows = 0, skipped_jobs = 0;  // of the operation
};

// Where the figures of this comparison come from: how many of each confidence.
struct SourceLine {
    std::string catalogue, figure, value, source, date, confidence;
};

// One of the terms on which all amounts rest: "VAT", "19 %, in every amount".
struct Term {
    std::string name, value;
};

struct Comparison {
    std::string scenario, title, summary, top_service;
    double top_rto_s = 0, top_rpo_s = 0;
    double asked_probability = 0;  // with which RTO and RPO are to be met
    double asked_recoverable = 0;  // with which everything is to come back
    std::string currency;
    sim::Time begin{}, end{};
    std::int64_t seed = 0;
    std::vector<Row> rows;  // strategies in file order, providers in file order within
    std::vector<Term> terms;
    std::vector<SourceLine> sources;
    std::size_t incidents = 0, events = 0;  // simulated altogether
};

}  // namespace reentry::study
