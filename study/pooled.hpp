// One figure for a row over all classes of incidents: each class counts with its yearly rate.
#pragma once

#include "study/comparison.hpp"

namespace reentry::study {

// Fills the pooled figures of a row from its classes. Classes without observations do not count;
// where none has any, n = 0. Methods: mixture_of() in study/estimates.hpp.
void pool(Row& row);

}  // namespace reentry::study
