// The sections of a comparison's report, one function and one file each.
#pragma once

#include "report/comparison/choice.hpp"
#include "report/recovery_trace.hpp"
#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <string>
#include <vector>

namespace reentry::report {

Section summary_section(const study::Comparison& comparison, const Choice& choice);
Section overview_section(const study::Comparison& comparison, const Choice& choice);
Section incidents_section(const study::Comparison& comparison, const Choice& choice);
Section cost_section(const study::Comparison& comparison, const Choice& choice);
Section recovery_section(const std::vector<RecoveryTrace>& traces);
Section drills_section(const study::Comparison& comparison);
Section findings_section(const study::Comparison& comparison);

// Of the findings, those that break in practice.
Section breaks_section(const study::Comparison& comparison);
Section unknown_prices_section(const study::Comparison& comparison);
Section sources_section(const study::Comparison& comparison);
Section run_section(const study::Comparison& comparison, const std::string& version);

}  // namespace reentry::report
