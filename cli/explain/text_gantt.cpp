#include "cli/explain/text_gantt.hpp"

#include "models/recovery/critical_path.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/render/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

namespace reentry::cli {
namespace {

constexpr std::int64_t columns = 56;
constexpr std::size_t most_lanes = 30;
constexpr std::size_t name_width = 30;

// In the order of the stages.
constexpr std::string_view letters = "ademhp^ctrkowx=+glfibyjn.su~vqz<-!";

char letter(Stage stage) {
    static_assert(letters.size() == stage_count);
    return letters[static_cast<std::size_t>(stage)];
}

// How a stage looks on the critical path.
char critical_mark(char mark) {
    switch (mark) {
        case '=':
            return '#';
        case '+':
            return '*';
        case '.':
            return ':';
        default:
            return mark >= 'a' && mark <= 'z' ? static_cast<char>(mark - 'a' + 'A') : mark;
    }
}

sim::Time last_instant(const IncidentOutcome& outcome) {
    auto last = outcome.failure + sim::Duration{1};
    for (const auto& workload : outcome.workloads)
        for (const auto& span : workload.spans)
            if (is_of_recovery(outcome, span)) last = std::max(last, span.end);
    return last;
}

// What most of [from, to) was spent with.
char mostly(const IncidentOutcome& outcome, const WorkloadOutcome& workload, sim::Time from,
            sim::Time to) {
    std::map<char, sim::Duration> spent;
    for (const auto& span : workload.spans) {
        const auto overlap = std::min(span.end, to) - std::max(span.begin, from);
        const char mark = span.waited_for.empty() ? letter(span.stage) : '.';
        const char what =
            is_critical(outcome, workload.workload, span) ? critical_mark(mark) : mark;
        if (overlap > sim::Duration{0}) spent[what] += overlap;
    }
    char most = ' ';
    sim::Duration longest{0};
    for (const auto& [what, length] : spent)
        if (length > longest) {
            most = what;
            longest = length;
        }
    return most;
}

std::string lane(const IncidentOutcome& outcome, const WorkloadOutcome& workload, sim::Time last) {
    const auto failure = outcome.failure;
    const auto step = std::max<std::int64_t>(1, ((last - failure).count() + columns - 1) / columns);
    std::string text;
    for (std::int64_t i = 0; i < columns; ++i)
        text += mostly(outcome, workload, failure + sim::Duration{step * i},
                       failure + sim::Duration{step * (i + 1)});
    return text;
}

// The name, cut to what leaves room for the chart.
std::string short_name(const Workload& workload) {
    const auto& name = workload.name.empty() ? workload.id : workload.name;
    if (report::text_width(name) <= name_width) return name;
    return report::wrapped(name, name_width - 1).front() + "…";
}

std::string legend(const IncidentOutcome& outcome) {
    std::map<Stage, char> used;
    for (const auto& workload : outcome.workloads)
        for (const auto& span : workload.spans)
            if (is_of_recovery(outcome, span)) used[span.stage] = letter(span.stage);
    std::string text;
    for (const auto& [stage, mark] : used)
        if (mark != '.') text += fmt::format("{} {}, ", mark, stage_name(stage));
    return text + ". waiting; capital letters, #, * and : lie on the critical path";
}

}  // namespace

report::Table text_gantt(const Scenario& scenario, const IncidentOutcome& outcome) {
    auto workloads = outcome.workloads;
    std::sort(workloads.begin(), workloads.end(), [](const auto& a, const auto& b) {
        return std::tuple(!a.recovered, a.back, a.workload) <
               std::tuple(!b.recovered, b.back, b.workload);
    });
    if (workloads.size() > most_lanes)
        workloads.erase(workloads.begin(), workloads.end() - most_lanes);
    const auto last = last_instant(outcome);
    report::Table table;
    table.id = "gantt";
    table.caption =
        fmt::format("From the failure to {} later", format_duration(last - outcome.failure));
    table.columns = {report::words("workload", "Workload"), report::words("timeline", "Timeline"),
                     report::figures_in("back", "Back after", "s")};
    for (const auto& one : workloads) {
        table.rows.push_back(
            {report::text_cell(short_name(scenario.workloads[one.workload])),
             report::text_cell(lane(outcome, one, last)),
             one.recovered ? report::seconds_cell(sim::to_seconds(one.back - outcome.failure))
                           : report::text_cell("never", report::Tone::bad)});
    }
    table.note = legend(outcome);
    return table;
}

}  // namespace reentry::cli
