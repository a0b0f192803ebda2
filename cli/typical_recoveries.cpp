#include "cli/typical_recoveries.hpp"

#include "models/operation/case.hpp"
#include "report/comparison/choice.hpp"
#include "report/verdict.hpp"
#include "study/thread_pool.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace reentry::cli {
namespace {

// The lower median of the recovered incidents; of equal ones the first.
std::optional<std::size_t> median_incident(const study::ClassResult& result) {
    std::vector<const study::Sample*> recovered;
    for (const auto& sample : result.samples)
        if (sample.recovered) recovered.push_back(&sample);
    if (recovered.empty()) return std::nullopt;
    const auto middle = recovered.begin() + static_cast<std::ptrdiff_t>((recovered.size() - 1) / 2);
    std::nth_element(recovered.begin(), middle, recovered.end(), [](const auto* a, const auto* b) {
        return std::pair(a->recovery_s, a->number) < std::pair(b->recovery_s, b->number);
    });
    return (*middle)->number;
}

double top_rto_seconds(const Scenario& scenario) {
    for (const auto& service : scenario.services)
        if (service.id == scenario.top_service) return sim::to_seconds(service.rto);
    return 0;
}

std::string name_or_id(const std::string& name, const std::string& id) {
    return name.empty() ? id : name;
}

}  // namespace

report::RecoveryTrace trace_of(const study::Simulated& simulated, std::size_t row,
                               std::size_t incident_class, std::size_t number) {
    const auto& scenario = *simulated.scenario;
    const auto& from = simulated.rows[row];
    const auto& kind = scenario.incidents[incident_class];
    report::RecoveryTrace trace;
    trace.strategy = from.strategy;
    trace.provider = from.provider;
    trace.title = fmt::format("{}, number {}", name_or_id(kind.name, kind.id), number);
    for (const auto& workload : scenario.workloads)
        trace.workloads.push_back(name_or_id(workload.name, workload.id));
    trace.outcome = study::replay(scenario, *from.offer.made, incident_class, number);
    if (trace.outcome.top_hit) trace.rto_s = top_rto_seconds(scenario);
    return trace;
}

std::vector<report::RecoveryTrace> typical_recoveries(const study::Simulated& simulated,
                                                      const study::Comparison& comparison,
                                                      unsigned jobs) {
    const auto shown = report::choose(comparison).shown;
    if (!shown) return {};
    const auto& row = comparison.rows[*shown];
    std::vector<std::pair<std::size_t, std::size_t>> wanted;  // class, number
    for (std::size_t kind = 0; kind < row.classes.size(); ++kind)
        if (const auto number = median_incident(row.classes[kind]))
            wanted.emplace_back(kind, *number);
    std::vector<report::RecoveryTrace> traces(wanted.size());
    study::for_each_index(wanted.size(), jobs, [&](std::size_t i) {
        traces[i] = trace_of(simulated, *shown, wanted[i].first, wanted[i].second);
        traces[i].title += ": " + report::option_name(row);
    });
    return traces;
}

}  // namespace reentry::cli
