#include "study/verdict.hpp"

#include "models/units/format.hpp"
#include "study/estimates.hpp"

#include <fmt/format.h>

namespace reentry::study {
namespace {

Probability over_classes(const Row& row, Probability ClassResult::*which) {
    std::vector<WeightedProbability> classes;
    for (const auto& kind : row.classes) classes.push_back({kind.rate_per_year, kind.*which});
    return mixture_of(classes);
}

Probability recoverable(const Row& row) {
    std::vector<WeightedProbability> classes;
    for (const auto& kind : row.classes)
        classes.push_back(
            {kind.rate_per_year,
             probability_of(kind.samples.size() - kind.unrecoverable, kind.samples.size())});
    return mixture_of(classes);
}

// Against an objective: met, missed, or too close to tell.
Verdict against(const Probability& p, double objective) {
    if (p.low >= objective) return Verdict::meets;
    return p.high < objective ? Verdict::misses : Verdict::tie;
}

std::string range_of(const char* what, const Probability& p, double objective) {
    return fmt::format("{} {} ({} to {}), asked {}", what, format_percent(p.value),
                       format_percent(p.low), format_percent(p.high), format_percent(objective));
}

}  // namespace

void judge(const Scenario& scenario, Row& row) {
    const auto& asked = scenario.objectives;
    const auto back = recoverable(row);
    const auto rto = over_classes(row, &ClassResult::rto_met);
    const auto rpo = over_classes(row, &ClassResult::rpo_met);
    if (back.hits == 0) {
        row.verdict = Verdict::impossible;
        row.reason = "nothing comes back";
        return;
    }
    const Verdict in_time = against(rto, asked.probability),
                  fresh = against(rpo, asked.probability);
    if (back.value < asked.recoverable) {
        row.verdict = Verdict::misses;
        row.reason = range_of("data comes back with", back, asked.recoverable);
    } else if (in_time == Verdict::misses) {
        row.verdict = Verdict::misses;
        row.reason = range_of("RTO is met with", rto, asked.probability);
    } else if (fresh == Verdict::misses) {
        row.verdict = Verdict::misses;
        row.reason = range_of("RPO is met with", rpo, asked.probability);
    } else {
        const bool tie = in_time == Verdict::tie || fresh == Verdict::tie;
        row.verdict = tie ? Verdict::tie : Verdict::meets;
        row.reason = in_time == Verdict::tie || fresh != Verdict::tie
                         ? range_of("RTO is met with", rto, asked.probability)
                         : range_of("RPO is met with", rpo, asked.probability);
    }
}

}  // namespace reentry::study
