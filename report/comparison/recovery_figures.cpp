#include "report/cells.hpp"
#include "report/comparison/figures.hpp"
#include "report/histogram.hpp"
#include "report/pareto.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::report {
namespace {

using study::ClassResult;
using study::Comparison;
using study::Row;
using study::Verdict;

bool hits_top(const ClassResult& result) { return result.top_minimum.n > 0; }

std::vector<double> recovery_times(const ClassResult& result, bool top) {
    std::vector<double> times;
    for (const auto& sample : result.samples)
        if (top ? top_came_back(sample) : sample.recovered)
            times.push_back(top ? sample.top_minimum_s : sample.recovery_s);
    std::sort(times.begin(), times.end());
    return times;
}

std::string top_name(const Comparison& comparison) {
    return comparison.top_service.empty() ? "the top service" : comparison.top_service;
}

bool simulated(const Row& row) { return row.verdict != Verdict::not_offered && row.overall.n > 0; }

CostRecovery::Point point_of(const Row& row, bool top) {
    CostRecovery::Point point;
    point.label = row.strategy_name;
    point.group = row.provider.empty() ? "on premises" : row.provider_name;
    point.monthly_cost = row.monthly_cost.to_double();
    point.at_least = !row.unknown_prices.empty();
    point.meets = row.verdict == Verdict::meets;
    const study::Estimate& recovery = top ? row.top_minimum : row.overall;
    point.recovery_s = recovery.mean;
    point.low_s = recovery.low;
    point.high_s = recovery.high;
    return point;
}

// Whether a point may beat others: all its prices are known, and it is not quick by losing data.
bool comparable(const CostRecovery::Point& point) { return !point.at_least && !point.loses; }

// Where no point may beat others, all may.
void mark_front(CostRecovery& chart) {
    const bool none_known = std::none_of(chart.points.begin(), chart.points.end(), comparable);
    std::vector<CostRecovery::Point*> known;
    std::vector<PlanePoint> plane;
    for (auto& point : chart.points) {
        if (!comparable(point) && !none_known) continue;
        known.push_back(&point);
        plane.push_back({point.recovery_s, point.monthly_cost});
    }
    const auto front = pareto_front(plane);
    for (std::size_t i = 0; i < front.size(); ++i) known[i]->on_front = front[i];
}

void choose_scale(CostRecovery& chart) {
    std::vector<double> times;
    for (const auto& point : chart.points) times.push_back(point.recovery_s);
    if (chart.objective_s > 0) times.push_back(chart.objective_s);
    std::sort(times.begin(), times.end());
    chart.logarithmic = spans_two_decades(times) && times.front() > 0;
}

}  // namespace

RecoveryDistribution distribution(const Comparison& comparison, const Row& row,
                                  const ClassResult& result) {
    RecoveryDistribution chart;
    const bool top = hits_top(result);
    chart.title = fmt::format("{}: {}", result.name, option_name(row));
    chart.times = recovery_times(result, top);
    chart.never = result.unrecoverable;
    const Histogram bins = histogram(chart.times);
    chart.edges = bins.edges;
    chart.counts = bins.counts;
    chart.logarithmic = bins.logarithmic;
    const study::Estimate& estimate = top ? result.top_minimum : result.recovery;
    chart.p50_s = estimate.p50;
    chart.p95_s = estimate.p95;
    if (top && comparison.top_rto_s > 0) {
        chart.rto_s = comparison.top_rto_s;
        chart.rto_label = "RTO " + seconds_text(comparison.top_rto_s);
    }
    return chart;
}

Figure distribution_figure(const Comparison& comparison, const Row& row,
                           const ClassResult& result) {
    const std::string what = hits_top(result)
                                 ? top_name(comparison) + " is back at its minimum level"
                                 : std::string{"all that was affected is back"};
    RecoveryDistribution chart = distribution(comparison, row, result);
    const study::Estimate& e = hits_top(result) ? result.top_minimum : result.recovery;
    std::string words = e.n == 0 ? std::string{"No incident of this class led to a recovery."}
                                 : fmt::format("{} recoveries; P50 {}, P95 {}.", e.n,
                                               seconds_text(e.p50), seconds_text(e.p95));
    return {"recovery-" + result.incident,
            fmt::format("{}: time until {}, {}.", result.name, what, option_name(row)),
            std::move(words), std::move(chart)};
}

bool hits_top_service(const Comparison& comparison) {
    return std::any_of(comparison.rows.begin(), comparison.rows.end(), [](const Row& row) {
        return std::any_of(row.classes.begin(), row.classes.end(), hits_top);
    });
}

CostRecovery cost_recovery(const Comparison& comparison, Recovered what) {
    const bool top = what == Recovered::top_service;
    CostRecovery chart;
    chart.title = top ? "Cost against the time until " + top_name(comparison) + " is back"
                      : std::string{"Cost against MTR"};
    chart.currency = comparison.currency;
    chart.recovery_title = top ? fmt::format("Mean time until {} is back", top_name(comparison))
                               : std::string{"Mean time to recovery"};
    for (const auto& row : comparison.rows) {
        if (!simulated(row) || (top && row.top_minimum.n == 0)) continue;
        chart.points.push_back(point_of(row, top));
        chart.points.back().loses = 1 - row.unrecoverable.value < comparison.asked_recoverable;
    }
    if (top && comparison.top_rto_s > 0) {
        chart.objective_s = comparison.top_rto_s;
        chart.objective_label = "within the RTO, " + seconds_text(comparison.top_rto_s);
    }
    mark_front(chart);
    choose_scale(chart);
    return chart;
}

Figure cost_recovery_figure(const Comparison& comparison, Recovered what) {
    const bool top = what == Recovered::top_service;
    CostRecovery chart = cost_recovery(comparison, what);
    std::string caption = fmt::format(
        "What each option costs against how soon it brings {} back. The line joins the options "
        "that "
        "no other beats in both, without those that bring data back more seldom than is asked; "
        "filled points meet the objectives; an arrow upwards means that prices are missing and the "
        "option costs this or more.",
        top ? top_name(comparison) : std::string{"all that was hit"});
    return {top ? "cost-against-service" : "cost-against-mtr", std::move(caption),
            fmt::format("Scatter chart of {} options.", chart.points.size()), std::move(chart)};
}

}  // namespace reentry::report
