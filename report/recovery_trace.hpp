// One recovery that was simulated again with its spans kept, and the names that it takes to show
// it.
#pragma once

#include "models/recovery/outcome.hpp"

#include <string>
#include <vector>

namespace reentry::report {

struct RecoveryTrace {
    std::string strategy, provider;      // ids, as in study::Row
    std::string title;                   // "Lost site, number 17: nightly to object store at AWS"
    std::vector<std::string> workloads;  // names, by index in Scenario::workloads
    IncidentOutcome outcome;             // with spans
    double rto_s = 0;                    // of the top service; 0: not hit
};

}  // namespace reentry::report
