#include "study/drill_result.hpp"

#include "study/estimates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reentry::study {
namespace {

const std::string& named(const std::string& name, const std::string& id) {
    return name.empty() ? id : name;
}

const std::string& class_name(const Scenario& scenario, const std::string& id) {
    for (const auto& incident : scenario.incidents)
        if (incident.id == id) return named(incident.name, id);
    return id;
}

// Whether a drill read the copy in every year of the horizon.
bool read_every_year(const Case& what, const CaseRun& run, std::size_t copy) {
    std::vector<sim::Time> marks{what.scenario->start};
    for (const auto& drill : run.drills)
        for (const auto& workload : drill.outcome.workloads)
            if (workload.restored && workload.copy == copy) {
                marks.push_back(drill.outcome.failure);
                break;
            }
    marks.push_back(what.scenario->start + what.scenario->horizon);
    std::sort(marks.begin(), marks.end());
    // A drill falls on another hour or weekday than a year before.
    constexpr auto longest = std::chrono::days{373};
    for (std::size_t i = 1; i < marks.size(); ++i)
        if (marks[i] - marks[i - 1] > longest) return false;
    return marks.size() > 2;
}

}  // namespace

DrillResult drill_result_of(const Scenario& scenario, const Case& what, std::size_t which,
                            const CaseRun& run) {
    const auto& drill = scenario.drills[which];
    DrillResult result;
    result.drill = drill.id;
    result.name = named(drill.name, drill.id);
    result.rehearses = class_name(scenario, drill.incident);
    std::vector<double> lengths;
    std::set<std::size_t> copies;
    std::size_t restores = 0, in_time = 0;
    for (const auto& one : run.drills) {
        if (one.drill != which) continue;
        ++result.held;
        result.last = one.outcome.failure;
        if (one.outcome.recovered)
            lengths.push_back(sim::to_seconds(one.outcome.recovery_time));
        else
            ++result.failed;
        for (const auto& workload : one.outcome.workloads) {
            ++restores;
            if (workload.copy) copies.insert(*workload.copy);
            const auto took = workload.back - one.outcome.failure;
            if (workload.recovered && took <= scenario.workloads[workload.workload].rto) ++in_time;
        }
    }
    result.restore = estimate_of(lengths);
    result.in_time = probability_of(in_time, restores);
    for (const auto copy : copies) result.copies.push_back(what.strategy->copies[copy].id);
    return result;
}

std::vector<Finding> untested_copies(const Case& what, const CaseRun& run) {
    std::string untested;
    for (std::size_t c = 0; c < what.places.size(); ++c)
        if (!read_every_year(what, run, c))
            untested += (untested.empty() ? "" : ", ") + what.strategy->copies[c].id;
    if (untested.empty()) return {};
    return {{Weight::warns, "restore-drills", what.strategy->id,
             fmt::format("not restored from in a drill every year: {}; the 0 of 3-2-1-1-0 needs "
                         "verified restores",
                         untested)}};
}

}  // namespace reentry::study
