// Runs a scenario: every strategy on every provider, years of operation and many incidents each.
//
// Strategies that behave alike on two providers share their runs. Work is cut into histories and
// incidents, each a pure function of (scenario, seed, case, class, number): the number of threads
// never changes a byte. What is kept is what prices are applied to (usage) and what happened
// (outcomes); simulate() reads no price.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/operation/case.hpp"
#include "models/operation/history.hpp"
#include "models/recovery/outcome.hpp"
#include "models/tariff/usage.hpp"
#include "study/bindings.hpp"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace reentry::study {

struct Progress {
    std::size_t done = 0, total = 0;  // incidents, over all cases
    std::string doing;                // "disk and cloud on AWS Frankfurt"
};

struct SimulateOptions {
    unsigned jobs = 0;                              // threads; 0: as many as the machine has cores
    std::function<void(const Progress&)> progress;  // called from any thread, one call at a time
    std::stop_token stop;
    bool keep_ledgers = false;  // keep the events behind the usage, to explain amounts
};

// What one incident used and what came of it. The usage is small, added up by meter and resource;
// it is priced as a margin on the operation's.
struct IncidentRun {
    IncidentOutcome outcome;  // costs of outage and loss included, recovery bill not
    std::vector<Counted> counted;
    std::vector<Stored> stored;  // thawed copies
};

// One restore drill and when it was held. Its usage is part of the operation's.
struct DrillRun {
    std::size_t drill = 0;  // index in Scenario::drills
    IncidentOutcome outcome;
};

// What one case did, without its recovery points.
struct CaseRun {
    std::vector<JobCounts> jobs;    // per copy, of the first history
    std::vector<sim::Time> seeded;  // per copy, of the first history
    Ledger ledger;                  // of the first history; names only, unless ledgers are kept
    Ledger names;                   // what the entries of all incidents refer to
    std::vector<std::vector<IncidentRun>> incidents;  // [class][number]
    std::vector<DrillRun> drills;                     // of the first history, by drill and time
    std::vector<std::size_t> events_of;               // simulated, by history
};

// One row of the comparison: a case, or why there is none.
struct CaseRow {
    std::string strategy;  // id
    std::string provider;  // id; "" when none is used
    Offer offer;
    std::shared_ptr<const CaseRun> run;        // shared between rows that behave alike
    std::shared_ptr<const Bindings> bindings;  // whose rules metered the usage
    std::vector<Usage> usages;                 // of each history, drills included

    // What the costs of operation are told of, and what an incident's margin is rated on.
    const Usage& usage() const { return usages.front(); }
    const Usage& usage_met_by(std::size_t number) const { return usages[number % usages.size()]; }
};

// The usage of one incident as a ledger of its own.
Ledger usage_of(const CaseRun& run, const IncidentRun& incident);

struct Simulated {
    std::shared_ptr<const Scenario> scenario;
    std::vector<CaseRow> rows;  // strategies in file order, providers in file order within
    bool cancelled = false;     // by the stop token: rows may lack their run
};

// The rows of a scenario, not yet run: for `check`, and for counting work.
std::vector<CaseRow> rows_of(const Scenario& scenario, const Catalogue& catalogue);

Simulated simulate(std::shared_ptr<const Scenario> scenario, const Catalogue& catalogue,
                   const SimulateOptions& options = {});

// One incident of one row again, alone, with every stage of every workload: for Gantt charts and
// explanations.
IncidentOutcome replay(const Scenario& scenario, const Case& what, std::size_t incident_class,
                       std::size_t number);

}  // namespace reentry::study
