// The terms on which all amounts of a comparison rest.
#pragma once

#include "models/scenario/scenario.hpp"
#include "study/comparison.hpp"

namespace reentry::study {

// VAT, discounting, price drift, what was agreed, and the scenario's exchange rates, in words.
std::vector<Term> terms_of(const Scenario& scenario);

}  // namespace reentry::study
