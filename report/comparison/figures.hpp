// The figures of a comparison's report: every sum, bin and front is computed here, nothing while
// drawing.
#pragma once

#include "report/comparison/choice.hpp"
#include "report/recovery_trace.hpp"
#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <cstdint>

namespace reentry::report {

// Cumulative cost, the best provider of each strategy.
Figure cost_curve_figure(const study::Comparison& comparison, const Choice& choice);

// Cost of each month of one option, by state.
Figure monthly_cost_figure(const study::Comparison& comparison, const study::Row& row);

// Histogram and empirical distribution of one class for one option: the top service's way to its
// minimum level where it was hit, all affected workloads otherwise.
Figure distribution_figure(const study::Comparison& comparison, const study::Row& row,
                           const study::ClassResult& result);

// Whose recovery is set against cost: that of all that was hit (the MTR), or that of the top
// service at its minimum level, for which an RTO is asked.
enum class Recovered : std::uint8_t { all, top_service };

// Some incident hits it and it comes back.
bool hits_top_service(const study::Comparison& comparison);

// All options, with the front of those that nothing beats in both.
Figure cost_recovery_figure(const study::Comparison& comparison, Recovered what);

// One recovery. `number` tells several apart in one report.
Figure gantt_figure(const RecoveryTrace& trace, std::size_t number);

// The same as charts alone, for the dashboard.
CostCurve cost_curve(const study::Comparison& comparison, const std::vector<std::size_t>& rows);
MonthlyCost monthly_cost(const study::Comparison& comparison, const study::Row& row);
RecoveryDistribution distribution(const study::Comparison& comparison, const study::Row& row,
                                  const study::ClassResult& result);
CostRecovery cost_recovery(const study::Comparison& comparison, Recovered what);
Gantt gantt(const RecoveryTrace& trace);

}  // namespace reentry::report
