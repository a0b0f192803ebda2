#include "models/findings/findings.hpp"

#include "models/findings/combinations.hpp"
#include "models/findings/three_two_one.hpp"
#include "models/units/format.hpp"

#include <fmt/format.h>

namespace reentry {

std::vector<Finding> findings_of(const Case& what, const Catalogue& catalogue) {
    std::vector<Finding> found{three_two_one(what)};
    const auto append = [&found](std::vector<Finding> more) {
        found.insert(found.end(), more.begin(), more.end());
    };
    append(minimum_duration_findings(what, catalogue));
    append(product_findings(what));
    append(gateway_findings(what, catalogue));
    append(objective_findings(what));
    append(way_findings(what));
    return found;
}

std::vector<Finding> findings_of(const Case& what, const std::vector<JobCounts>& jobs,
                                 const std::vector<sim::Time>& seeded) {
    std::vector<Finding> found;
    const auto& scenario = *what.scenario;
    for (std::size_t c = 0; c < jobs.size(); ++c) {
        const auto& id = what.strategy->copies[c].id;
        if (seeded[c] == sim::Time::max()) {
            found.push_back({Weight::breaks, "seeding", id,
                             "the first copies do not finish within the horizon"});
        } else if (seeded[c] > scenario.start + scenario.effort.settle) {
            found.push_back({Weight::warns, "seeding", id,
                             fmt::format("the first copies take {}",
                                         format_duration(seeded[c] - scenario.start))});
        }
        if (jobs[c].missed_window > 0)
            found.push_back({Weight::warns, "missed-window", id,
                             fmt::format("{} of {} jobs ran longer than their window of {}",
                                         jobs[c].missed_window, jobs[c].finished,
                                         format_duration(what.strategy->copies[c].window))});
        if (jobs[c].skipped > 0)
            found.push_back({Weight::warns, "skipped-jobs", id,
                             fmt::format("{} jobs were dropped because the one before still ran",
                                         jobs[c].skipped)});
    }
    return found;
}

}  // namespace reentry
