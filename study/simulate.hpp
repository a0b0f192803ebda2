// Runs a scenario: every strategy on every provider, years of operation and many incidents each.
//
// Strategies that behave alike on two providers share their runs. Work is cut into cases and
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

// What one case did, without its recovery points.
struct CaseRun {
    std::vector<JobCounts> jobs;    // per copy, of the first history
    std::vector<sim::Time> seeded;  // per copy, of the first history
    Ledger ledger;                  // of the first history; names only, unless ledgers are kept
    Ledger names;                   // what the entries of all incidents refer to
    std::vector<std::vector<IncidentRun>> incidents;  // [class][number]
    std::size_t events = 0;
};

// One row of the comparison: a case, or why there is none.
struct CaseRow {
    std::string strategy;  // id
    std::string provider;  // id; "" when none is used
    Offer offer;
    std::shared_ptr<const CaseRun> run;        // shared between rows that behave alike
    std::shared_ptr<const Bindings> bindings;  // whose rules metered the usage
    Usage usage;                               // of the first history
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
