// What the drills of a row showed, in figures.
#pragma once

#include "study/comparison.hpp"
#include "study/simulate.hpp"

namespace reentry::study {

DrillResult drill_result_of(const Scenario& scenario, const Case& what, std::size_t drill,
                            const CaseRun& run);

// A finding for each copy that no drill read for more than a year: the 0 of 3-2-1-1-0 asks for
// restores without errors, and a copy from which nobody restored shows none.
std::vector<Finding> untested_copies(const Case& what, const CaseRun& run);

}  // namespace reentry::study
