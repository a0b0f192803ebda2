// A chaos sweep as tables.
#pragma once

#include "report/tree.hpp"
#include "study/chaos.hpp"

namespace reentry::cli {

// What was struck, the figures by kind of event, and the worst instants.
report::Document chaos_document(const Case& what, const study::ChaosOptions& options,
                                const study::Chaos& result);

// Every strike, in order of time.
report::Table strike_table(const study::Chaos& result);

}  // namespace reentry::cli
