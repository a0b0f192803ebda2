#include "models/recovery/critical_path.hpp"
#include "report/cells.hpp"
#include "report/comparison/figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace reentry::report {
namespace {

constexpr std::size_t most_lanes = 24;

// The stages that occur, in the order of the runbook, and the place of each in that list.
struct StageList {
    std::vector<std::string> names;
    std::vector<std::uint8_t> place = std::vector<std::uint8_t>(stage_count, 0);
};

StageList stages_of(const IncidentOutcome& outcome) {
    std::vector<bool> occurs(stage_count, false);
    for (const auto& workload : outcome.workloads)
        for (const auto& span : workload.spans)
            if (is_of_recovery(outcome, span)) occurs[static_cast<std::size_t>(span.stage)] = true;
    StageList list;
    for (std::size_t i = 0; i < stage_count; ++i) {
        if (!occurs[i]) continue;
        list.place[i] = static_cast<std::uint8_t>(list.names.size());
        list.names.emplace_back(stage_name(static_cast<Stage>(i)));
    }
    return list;
}

Gantt::Lane lane_of(const RecoveryTrace& trace, const WorkloadOutcome& workload,
                    const StageList& stages) {
    const sim::Time failure = trace.outcome.failure;
    Gantt::Lane lane;
    lane.name = workload.workload < trace.workloads.size()
                    ? trace.workloads[workload.workload]
                    : fmt::format("workload {}", workload.workload);
    lane.recovered = workload.recovered;
    if (workload.recovered) lane.back_s = sim::to_seconds(workload.back - failure);
    for (const auto& span : workload.spans) {
        if (!is_of_recovery(trace.outcome, span)) continue;
        const auto kind = stages.place[static_cast<std::size_t>(span.stage)];
        lane.spans.push_back({stages.names[kind], kind, sim::to_seconds(span.begin - failure),
                              sim::to_seconds(span.end - failure), span.waited_for,
                              is_critical(trace.outcome, workload.workload, span)});
    }
    return lane;
}

// In the order of being back, what never came back last; of many the last ones, which decide.
void keep_the_slowest(Gantt& chart) {
    std::sort(chart.lanes.begin(), chart.lanes.end(),
              [](const Gantt::Lane& a, const Gantt::Lane& b) {
                  const bool a_lost = !a.recovered, b_lost = !b.recovered;
                  return std::tie(a_lost, a.back_s, a.name) < std::tie(b_lost, b.back_s, b.name);
              });
    if (chart.lanes.size() <= most_lanes) return;
    chart.hidden = chart.lanes.size() - most_lanes;
    chart.lanes.erase(chart.lanes.begin(),
                      chart.lanes.begin() + static_cast<std::ptrdiff_t>(chart.hidden));
}

}  // namespace

Gantt gantt(const RecoveryTrace& trace) {
    Gantt chart;
    chart.title = trace.title;
    const StageList stages = stages_of(trace.outcome);
    chart.stages = stages.names;
    for (const auto& workload : trace.outcome.workloads)
        chart.lanes.push_back(lane_of(trace, workload, stages));
    keep_the_slowest(chart);
    if (trace.rto_s > 0) {
        chart.rto_s = trace.rto_s;
        chart.rto_label = "RTO " + seconds_text(trace.rto_s);
    }
    return chart;
}

Figure gantt_figure(const RecoveryTrace& trace, std::size_t number) {
    Gantt chart = gantt(trace);
    std::string caption =
        trace.title +
        ": what each workload went through, from the failure on. Hatched: waiting; "
        "underlined: the critical path.";
    if (chart.hidden > 0)
        caption += fmt::format(" {} workloads that were back earlier are not drawn.", chart.hidden);
    return {fmt::format("gantt-{}", number), std::move(caption),
            fmt::format("Gantt chart of {} workloads.", chart.lanes.size()), std::move(chart)};
}

}  // namespace reentry::report
