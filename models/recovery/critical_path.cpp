#include "models/recovery/critical_path.hpp"

#include <algorithm>

namespace reentry {
namespace {

const WorkloadOutcome* fate_of(const IncidentOutcome& outcome, std::size_t workload) {
    const auto found =
        std::find_if(outcome.workloads.begin(), outcome.workloads.end(),
                     [workload](const WorkloadOutcome& w) { return w.workload == workload; });
    return found == outcome.workloads.end() ? nullptr : &*found;
}

// The stage that the workload was in just before `end`: of several the one that had lasted longest,
// because the others began when it had gone on already.
const StageSpan* stage_before(const WorkloadOutcome& fate, sim::Time end) {
    const StageSpan* last = nullptr;
    for (const auto& span : fate.spans) {
        if (span.end > end || span.end <= span.begin) continue;
        const bool later = last == nullptr || span.end > last->end ||
                           (span.end == last->end && span.begin < last->begin);
        if (later) last = &span;
    }
    return last;
}

std::vector<Spent> spent_of(const StageSpan& span) {
    if (!span.spent.empty()) return span.spent;
    return {{stage_resource(span.stage), span.end - span.begin}};
}

}  // namespace

std::vector<CriticalStep> critical_path(const IncidentOutcome& outcome, std::size_t workload,
                                        sim::Time until) {
    std::vector<CriticalStep> path;
    auto at = until;
    for (const auto* fate = fate_of(outcome, workload); fate;) {
        const auto* span = stage_before(*fate, at);
        if (!span) break;
        at = span->end;
        if (span->needs) {
            fate = fate_of(outcome, *span->needs);
            continue;
        }
        path.push_back({fate->workload, span->stage, span->begin, span->end, spent_of(*span)});
        at = span->begin;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

bool is_critical(const IncidentOutcome& outcome, std::size_t workload, const StageSpan& span) {
    return std::any_of(outcome.critical.begin(), outcome.critical.end(), [&](const auto& step) {
        return step.workload == workload && step.stage == span.stage && step.begin == span.begin &&
               step.end == span.end;
    });
}

bool is_of_recovery(const IncidentOutcome& outcome, const StageSpan& span) {
    return span.begin - outcome.failure <= 2 * outcome.recovery_time;
}

Bottleneck bottleneck_of(const std::vector<CriticalStep>& path) {
    std::vector<Spent> all;
    for (const auto& step : path)
        for (const auto& spent : step.spent) add_spent(all, spent.on, spent.time);
    const auto most = std::max_element(
        all.begin(), all.end(), [](const Spent& a, const Spent& b) { return a.time < b.time; });
    if (most == all.end()) return {};
    return {most->on, most->time};
}

}  // namespace reentry
