// What the laws about bytes have in common.
#pragma once

#include "tests/study/laws/carried.hpp"

namespace laws {

// Equal but for the rounding of many sums.
bool same(double a, double b);

// What comes to a node that keeps nothing goes on.
void check_transit(const reentry::Case& what, const Carried& carried);

}  // namespace laws
