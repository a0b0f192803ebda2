// What the incidents of one class did to one row, in figures.
#pragma once

#include "models/tariff/marginal.hpp"
#include "study/comparison.hpp"
#include "study/simulate.hpp"

#include <deque>

namespace reentry::study {

// `raters` hold the usage of each history: an incident is a margin on that of its own.
ClassResult class_result_of(const Scenario& scenario, std::size_t incident_class,
                            const CaseRun& run, const std::deque<MarginalRater>& raters);

// Whether an incident met the recovery time and recovery point objectives: of the top service where
// it was hit, else of every workload that was.
bool meets_rto(const Scenario& scenario, const IncidentOutcome& outcome);
bool meets_rpo(const Scenario& scenario, const IncidentOutcome& outcome);

}  // namespace reentry::study
