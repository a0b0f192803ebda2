#include "models/estate/urgency.hpp"

#include <algorithm>

namespace reentry {
namespace {

constexpr int before_all = 9;  // the span of priorities

bool names(const std::vector<std::string>& members, const Workload& workload) {
    return std::count(members.begin(), members.end(), workload.id) > 0;
}

// The workload alone, without what depends on it.
int own_urgency(const Scenario& scenario, const Workload& workload) {
    auto priority = workload.priority;
    bool first = false;
    for (const auto& service : scenario.services) {
        if (!names(service.workloads, workload)) continue;
        if (service.priority > 0) priority = std::min(priority, service.priority);
        const auto& minimum = service.minimum.empty() ? service.workloads : service.minimum;
        first = first || (service.minimum_first && names(minimum, workload));
    }
    return static_cast<int>(priority) - (first ? before_all : 0);
}

}  // namespace

std::vector<int> urgencies(const Scenario& scenario, const Dependencies& dependencies) {
    std::vector<int> result;
    for (const auto& workload : scenario.workloads)
        result.push_back(own_urgency(scenario, workload));
    const auto& order = dependencies.order;  // who depends comes after what it needs
    for (auto w = order.rbegin(); w != order.rend(); ++w)
        for (const auto need : dependencies.needs[*w])
            result[need] = std::min(result[need], result[*w]);
    return result;
}

}  // namespace reentry
