// A made-up comparison of the size and shape of a real one, for the tests of renderers and charts.
#pragma once

#include "report/recovery_trace.hpp"
#include "study/comparison.hpp"

namespace reentry::report::test {

// Four strategies at up to four places, four classes of incidents with 250 incidents each, five
// years.
study::Comparison sample_comparison();

// The same cut down to four rows, two classes and three months, for texts that are compared whole.
study::Comparison small_comparison();

// The recovery of twelve workloads from a lost site, with waits.
RecoveryTrace sample_trace();

}  // namespace reentry::report::test
