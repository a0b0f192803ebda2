#include "report/comparison/figures.hpp"

#include "report/cells.hpp"
#include "report/comparison/choice.hpp"
#include "report/comparison_report.hpp"
#include "report/histogram.hpp"
#include "report/pareto.hpp"
#include "report/verdict.hpp"
#include "tests/report/sample.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace reentry::report::test {

TEST_CASE("A histogram counts every value once, in bins with natural edges") {
    // 1 h to 10 h in steps of 6 min: 91 values; 2 * sqrt(91) = 19.1 bins at most, 9 h / 19.1 = 28.3
    // min -> 30 min.
    std::vector<double> values;
    for (int i = 0; i <= 90; ++i) values.push_back(3600 + 360 * i);
    const Histogram h = histogram(values);
    CHECK_FALSE(h.logarithmic);
    CHECK(h.edges[1] - h.edges[0] == 1800);
    CHECK(h.edges.front() == 3600);
    CHECK(h.edges.back() > 36000);
    CHECK(std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0}) == 91);
    CHECK(h.counts[0] == 5);  // 60, 66, 72, 78, 84 min
}

TEST_CASE("A histogram over more than two decades has ten bins to a decade") {
    const Histogram h = histogram({0, 10, 11, 100, 1001});
    CHECK(h.logarithmic);
    CHECK(h.edges.front() == 10);
    CHECK(h.edges[1] == doctest::Approx(12.5));
    CHECK(h.edges.back() > 1001);
    CHECK(h.counts[0] == 3);  // zero goes to the first bin
    CHECK(std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0}) == 5);
}

TEST_CASE("One value, equal values and no values have a histogram") {
    CHECK(histogram({}).edges.empty());
    for (const std::vector<double>& values : {std::vector<double>{0}, {7200}, {60, 60, 60}}) {
        const Histogram h = histogram(values);
        CHECK(h.edges.front() <= values.front());
        CHECK(h.edges.back() > values.front());
        CHECK(std::accumulate(h.counts.begin(), h.counts.end(), std::size_t{0}) == values.size());
    }
}

TEST_CASE("Steps of time are those that people count in") {
    CHECK(natural_step(0.3) == 0.5);
    CHECK(natural_step(7) == 10);
    CHECK(natural_step(61) == 120);
    CHECK(natural_step(1801) == 3600);
    CHECK(natural_step(4 * 3600 + 1) == 6 * 3600);
    CHECK(natural_step(3 * 86400) == 5 * 86400);
}

TEST_CASE("The front holds what nothing beats in both") {
    // (1,9) and (5,3) are beaten by none; (6,3) by (5,3), (9,9) by all; the equal (5,3) stay
    // together.
    const auto front = pareto_front({{1, 9}, {5, 3}, {6, 3}, {9, 9}, {5, 3}});
    CHECK(front == std::vector<bool>{true, true, false, false, true});
}

TEST_CASE("A point without all its prices is not on the front and pushes none off it") {
    auto comparison = sample_comparison();
    for (auto& row : comparison.rows) row.unknown_prices.clear();
    const auto before = cost_recovery(comparison, Recovered::top_service);
    const auto least = std::min_element(
        before.points.begin(), before.points.end(),
        [](const auto& a, const auto& b) { return a.monthly_cost < b.monthly_cost; });
    REQUIRE(least->on_front);
    for (auto& row : comparison.rows)
        if (row.monthly_cost.to_double() == least->monthly_cost) row.unknown_prices = {"a port"};
    const auto after = cost_recovery(comparison, Recovered::top_service);
    const auto& open = after.points[static_cast<std::size_t>(least - before.points.begin())];
    CHECK(open.at_least);
    CHECK_FALSE(open.on_front);
    CHECK(std::count_if(after.points.begin(), after.points.end(),
                        [](const auto& point) { return point.on_front; }) >= 1);
    // When prices are missing everywhere, what is known counts again.
    for (auto& row : comparison.rows) row.unknown_prices = {"a port"};
    CHECK(cost_recovery(comparison, Recovered::top_service)
              .points[static_cast<std::size_t>(least - before.points.begin())]
              .on_front);
}

TEST_CASE("A report talks first about the cheapest option that meets the objectives") {
    const auto comparison = sample_comparison();
    const Choice choice = choose(comparison);
    REQUIRE(choice.shown);
    // "hybrid" at ovh-gra costs less as far as its prices are known: one is missing.
    CHECK(comparison.rows[*choice.shown].strategy == "object");
    CHECK(comparison.rows[*choice.shown].provider == "azure-germanywestcentral");
    REQUIRE(choice.perhaps_cheaper);
    CHECK(comparison.rows[*choice.perhaps_cheaper].strategy == "hybrid");
    CHECK(choice.meets.size() == 6);
    CHECK(choice.ties.size() == 1);
    CHECK(choice.by_strategy.size() == 4);
}

TEST_CASE("An option of which prices are missing is not called the cheapest, but perhaps cheaper") {
    auto comparison = sample_comparison();
    for (auto& row : comparison.rows) row.unknown_prices.clear();
    const auto least = *choose(comparison).cheapest;
    CHECK_FALSE(choose(comparison).perhaps_cheaper);
    comparison.rows[least].unknown_prices = {"port of its line"};
    const Choice choice = choose(comparison);
    CHECK(*choice.cheapest != least);
    CHECK(choice.shown == choice.cheapest);
    CHECK(choice.least_expected != least);
    CHECK(choice.perhaps_cheaper == least);
    const study::Row& row = comparison.rows[least];
    CHECK(cost_text(row, row.monthly_cost) == "≥ " + money_cell(row.monthly_cost).text);
    // When all miss prices, what is known counts again.
    for (auto& each : comparison.rows) each.unknown_prices = {"anything"};
    CHECK(choose(comparison).cheapest == least);
    CHECK_FALSE(choose(comparison).perhaps_cheaper);
}

TEST_CASE("Cost stands against the MTR, or against the top service's way back with its RTO") {
    const auto comparison = sample_comparison();
    REQUIRE(hits_top_service(comparison));
    const auto all = cost_recovery(comparison, Recovered::all);
    const auto top = cost_recovery(comparison, Recovered::top_service);
    CHECK(all.points.front().recovery_s == comparison.rows.front().overall.mean);
    CHECK(top.points.front().recovery_s == comparison.rows.front().top_minimum.mean);
    CHECK(all.objective_s == 0);
    CHECK(top.objective_s == comparison.top_rto_s);
}

TEST_CASE("The answer stands in a line") {
    const auto comparison = sample_comparison();
    const Choice choice = choose(comparison);
    const study::Row& row = comparison.rows[*choice.cheapest];
    CHECK(answer(comparison) ==
          "6 of 11 options meet the objectives. Cheapest that meets them: " + option_name(row) +
              ", " + cost_text(row, row.monthly_cost) + " per month.");
}

TEST_CASE("An option that breaks in practice is not recommended without saying so") {
    auto comparison = sample_comparison();
    for (auto& row : comparison.rows) row.unknown_prices.clear();
    const auto least = *choose(comparison).cheapest;
    comparison.rows[least].findings.push_back({Weight::breaks, "lifecycle", "archive", "frozen"});
    const Choice choice = choose(comparison);
    CHECK(*choice.cheapest != least);
    CHECK(choice.broken == std::vector<std::size_t>{least});
    CHECK(verdict_cell(comparison.rows[least]).text == "● meets ▲");
    CHECK(verdict_cell(comparison.rows[*choice.cheapest]).text == "● meets");
    // When all break, the cheapest of them is named, and that it breaks.
    for (auto& row : comparison.rows)
        row.findings.push_back({Weight::breaks, "lifecycle", "archive", "frozen"});
    CHECK(choose(comparison).cheapest == least);
}

TEST_CASE("Without an option that meets the objectives a tie is shown, then a miss") {
    auto comparison = sample_comparison();
    for (auto& row : comparison.rows)
        if (row.verdict == study::Verdict::meets) row.verdict = study::Verdict::misses;
    CHECK(comparison.rows[*choose(comparison).shown].verdict == study::Verdict::tie);
    for (auto& row : comparison.rows)
        if (row.verdict == study::Verdict::tie) row.verdict = study::Verdict::misses;
    const auto& shown = comparison.rows[*choose(comparison).shown];
    CHECK(shown.provider_name == "Azure Germany West");
    CHECK(shown.strategy == "archive");  // the cheapest of all
}

TEST_CASE("The cost curve ends at the cost over the horizon") {
    const auto comparison = sample_comparison();
    const CostCurve curve = cost_curve(comparison, {0, 1});
    CHECK(curve.months.size() == 60);
    CHECK(curve.months[12] == "2028-01");
    for (const std::size_t i : {0, 1})
        CHECK(curve.lines[i].cumulative.back() ==
              doctest::Approx(comparison.rows[i].horizon_cost.to_double()).epsilon(1e-12));
}

TEST_CASE("A distribution holds every recovery of its class") {
    const auto comparison = sample_comparison();
    const auto& row = comparison.rows[1];
    for (const auto& result : row.classes) {
        const RecoveryDistribution chart = distribution(comparison, row, result);
        CHECK(chart.times.size() == result.top_minimum.n);
        CHECK(std::accumulate(chart.counts.begin(), chart.counts.end(), std::size_t{0}) ==
              chart.times.size());
        CHECK(chart.rto_label == "RTO 12 h");
    }
}

TEST_CASE("A Gantt chart keeps the workloads that are back last and counts the others") {
    RecoveryTrace trace = sample_trace();
    CHECK(gantt(trace).lanes.size() == 12);
    CHECK(gantt(trace).lanes.back().name == "Telemetry archive, long-term store");
    for (int i = 0; i < 20; ++i) trace.outcome.workloads.push_back(trace.outcome.workloads[0]);
    trace.outcome.workloads.back().recovered = false;
    const Gantt chart = gantt(trace);
    CHECK(chart.lanes.size() == 24);
    CHECK(chart.hidden == 8);
    CHECK_FALSE(chart.lanes.back().recovered);
}

}  // namespace reentry::report::test
