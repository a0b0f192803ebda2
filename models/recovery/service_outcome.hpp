// From workloads to what people ask about: the whole incident, the top service, what the outage
// costs.
#pragma once

#include "models/operation/case.hpp"
#include "models/recovery/outcome.hpp"

namespace reentry {

// Fills in the times of the incident and of the top service from its workloads' outcomes.
//
// A service is hit if one of its workloads, or anything that these depend on, is. It is back at its
// minimum level when its minimum workloads and all that they depend on are; fully when all are.
void summarise(const Case& what, IncidentOutcome& outcome);

// The cost of the outage and of the lost data: for every workload that did not serve (hit, or
// depending on what was hit), its outage cost over its outage, raised in critical windows; for
// every hit one its loss cost over its data loss. What cannot come back counts with
// Objectives::write_off. Money is in the
// scenario's currency, by `rates`.
void price_outage(const Scenario& scenario, const ExchangeRates& rates,
                  const Dependencies& dependencies, IncidentOutcome& outcome);

}  // namespace reentry
