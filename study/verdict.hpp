// Whether a row meets the objectives of its scenario, and how sure that is.
#pragma once

#include "models/scenario/scenario.hpp"
#include "study/comparison.hpp"

namespace reentry::study {

// Sets verdict and reason. Over all classes, weighted by their rates: P(RTO met) and P(RPO met)
// against Objectives::probability, the share of incidents that could be recovered against
// Objectives::recoverable. A probability whose 95 % interval holds the objective is within the
// noise: a tie. What the findings say breaks in practice is told in the reason: the figures are
// those of a plan that works.
void judge(const Scenario& scenario, Row& row);

}  // namespace reentry::study
