// A recovery as a Gantt chart of letters, for terminals.
#pragma once

#include "models/recovery/outcome.hpp"
#include "models/scenario/scenario.hpp"
#include "report/tree.hpp"

namespace reentry::cli {

// One line per workload from the failure to the last one back; each column is the same length of
// time and shows the stage in which most of it was spent, a dot for time spent waiting for
// something else. The workloads that were back last are shown when there are many.
report::Table text_gantt(const Scenario& scenario, const IncidentOutcome& outcome);

}  // namespace reentry::cli
