// The answer in four figures: the cheapest that meets the objectives, the soonest back, the least
// expected cost, and how many options meet them at all.
#pragma once

#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <vector>

namespace reentry::gui {

std::vector<report::Headline> overview_headlines(const study::Comparison& comparison);

}  // namespace reentry::gui
