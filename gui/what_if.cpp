#include "gui/what_if.hpp"

#include <algorithm>

namespace reentry::gui {
namespace {

bool meant(const Behaviour& behaviour, const std::string& id) {
    return behaviour.line.empty() || behaviour.line == id;
}

void scale_bandwidth(Scenario& scenario, const Behaviour& behaviour) {
    for (auto& connection : scenario.connections)
        if (meant(behaviour, connection.id))
            connection.capacity = connection.capacity * behaviour.bandwidth;
    for (auto& link : scenario.links) {
        if (!meant(behaviour, link.id)) continue;
        link.capacity = link.capacity * behaviour.bandwidth;
        link.capacity_back = link.capacity_back * behaviour.bandwidth;
    }
}

std::int64_t scaled(std::int64_t periods, double factor) {
    if (periods == 0) return 0;
    const double kept = static_cast<double>(periods) * factor + 0.5;
    return std::max<std::int64_t>(1, static_cast<std::int64_t>(kept));
}

void scale_retention(Keep& keep, double factor) {
    for (std::int64_t* periods : {&keep.days, &keep.weeks, &keep.months, &keep.years})
        *periods = scaled(*periods, factor);
}

}  // namespace

std::vector<Line> lines_of(const Scenario& scenario) {
    std::vector<Line> lines;
    for (const auto& connection : scenario.connections)
        if (connection.capacity > Rate{0}) lines.push_back({connection.id, connection.capacity});
    for (const auto& link : scenario.links) lines.push_back({link.id, link.capacity});
    return lines;
}

std::shared_ptr<const Scenario> applied(const Scenario& scenario, const Behaviour& behaviour,
                                        std::int64_t incidents) {
    auto copy = std::make_shared<Scenario>(scenario);
    if (incidents > 0) copy->effort.incidents = std::min(copy->effort.incidents, incidents);
    if (behaviour.bandwidth != 1) scale_bandwidth(*copy, behaviour);
    if (behaviour.data != 1)
        for (auto& workload : copy->workloads) workload.size = workload.size.times(behaviour.data);
    if (behaviour.retention != 1)
        for (auto& strategy : copy->strategies)
            for (auto& one : strategy.copies) scale_retention(one.keep, behaviour.retention);
    if (behaviour.incidents != 1)
        for (auto& incident : copy->incidents)
            incident.rate = PerTime::per_year(incident.rate.per_year() * behaviour.incidents);
    return copy;
}

}  // namespace reentry::gui
