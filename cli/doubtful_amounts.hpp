// How much of a scenario's bills rests on prices that are inferred, assumed, old or missing.
#pragma once

#include "cli/outside.hpp"
#include "cli/scenario_input.hpp"
#include "report/tree.hpp"

namespace reentry::cli {

// Simulates the operation of every row (no incidents) and adds up its bill by line and doubt.
report::Section doubtful_amounts(const ScenarioInput& input, const Outside& outside, int months);

// The scenario with no incidents to simulate: enough for the bill of the operation.
std::shared_ptr<const Scenario> operation_only(const Scenario& scenario);

}  // namespace reentry::cli
