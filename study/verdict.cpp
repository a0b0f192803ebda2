#include "study/verdict.hpp"

#include "models/units/format.hpp"

#include <fmt/format.h>

namespace reentry::study {
namespace {

Probability opposite(const Probability& p) {
    return {p.n, p.n - p.hits, 1 - p.value, 1 - p.high, 1 - p.low};
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

// "lifecycle of archive, chain of nightly": what breaks in practice, whatever was simulated.
std::string what_breaks(const std::vector<Finding>& findings) {
    std::string text;
    for (const auto& finding : findings)
        if (finding.weight == Weight::breaks)
            text +=
                fmt::format("{}{} of {}", text.empty() ? "" : ", ", finding.rule, finding.subject);
    return text;
}

void judge_figures(const Scenario& scenario, Row& row) {
    const auto& asked = scenario.objectives;
    const auto back = opposite(row.unrecoverable);
    const auto &rto = row.rto_met, &rpo = row.rpo_met;
    if (back.n == 0) {
        row.verdict = Verdict::meets;
        row.reason = "nothing strikes that is not planned";
        return;
    }
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

}  // namespace

void judge(const Scenario& scenario, Row& row) {
    judge_figures(scenario, row);
    if (any_breaks(row.findings))
        row.reason += "; breaks in practice: " + what_breaks(row.findings);
}

}  // namespace reentry::study
