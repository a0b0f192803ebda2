// One incident, simulated again: what happened to each workload, which copy brought it back, and
// what the recovery cost.
#include "cli/explain/explained.hpp"
#include "cli/explain/recovery_bill.hpp"
#include "cli/explain/text_gantt.hpp"
#include "models/money/format.hpp"
#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/recovery/service_outcome.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace reentry::cli {
namespace {

using report::text_cell;

// The incident with all that it met.
struct Replay {
    History history;
    Damage damage;  // by all that struck before everything was back
    RecoveryResult result;
};

// What would have struck after that does not belong to it.
void add_strikes(const IncidentOutcome& outcome, Damage& damage) {
    const auto over =
        outcome.recovered ? outcome.failure + outcome.recovery_time : sim::Time::max();
    while (!damage.then.empty() && damage.then.front().failure < over) strike_next(damage, {});
}

Replay replay(const ExplainedRow& row, std::size_t kind, std::size_t number) {
    const auto& scenario = *row.input.scenario;
    const auto seed = static_cast<std::uint64_t>(scenario.effort.seed);
    const auto histories = static_cast<std::size_t>(scenario.effort.histories);
    Replay again;
    again.history = operate(row.what(), seed, number % histories);
    again.damage = draw_damage(scenario, kind, number, seed);
    RecoveryOptions options;
    options.spans = true;
    again.result = recover(row.what(), again.history, again.damage, options);
    add_strikes(again.result.outcome, again.damage);
    price_outage(scenario, exchange_rates(scenario), row.what().dependencies, again.result.outcome);
    return again;
}

const std::string& name_of(const Workload& workload) {
    return workload.name.empty() ? workload.id : workload.name;
}

// Who was only out of reach, or waited for others, had lost nothing.
std::string copy_name(const ExplainedRow& row, const Damage& damage,
                      const WorkloadOutcome& outcome) {
    if (outcome.copy) return row.what().strategy->copies[*outcome.copy].id;
    if (!is_hit(damage, outcome.workload)) return "none needed";
    return outcome.recovered ? "rebuilt" : "none usable";
}

std::string time_or_never(bool recovered, sim::Duration time) {
    return recovered ? format_duration(time) : "never";
}

report::Facts incident_facts(const IncidentOutcome& outcome) {
    report::Facts facts;
    const auto add = [&facts](const char* name, std::string value) {
        facts.items.emplace_back(name, std::move(value));
    };
    add("Failed at", format_time(outcome.failure));
    add("Workloads hit", format_count(static_cast<std::int64_t>(outcome.workloads.size())));
    add("Recovery time", outcome.recovered ? format_duration(outcome.recovery_time)
                                           : "never: something could not come back");
    if (outcome.top_hit) {
        add("Top service, minimum level",
            time_or_never(outcome.top_minimum_recovered, outcome.top_minimum));
        add("Top service, all of it", time_or_never(outcome.top_recovered, outcome.top_full));
    }
    const auto add_bottleneck = [&](const char* name, const Bottleneck& bottleneck) {
        if (!bottleneck.name.empty())
            add(name, fmt::format("{}, {}", bottleneck.name, format_duration(bottleneck.time)));
    };
    add_bottleneck("Held up most by", outcome.bottleneck);
    add_bottleneck("Top service held up most by", outcome.top_bottleneck);
    add("Data loss, worst workload", format_duration(outcome.data_loss));
    add("Cost of the outage", format_money(outcome.outage_cost));
    add("Cost of lost data", format_money(outcome.loss_cost));
    return facts;
}

report::Cell bytes_cell(std::int64_t bytes) {
    return {format_bytes(Bytes{bytes}), std::to_string(bytes)};
}

report::Table workload_table(const ExplainedRow& row, const Replay& again) {
    using namespace report;
    const auto& outcome = again.result.outcome;
    Table table;
    table.id = "workloads";
    table.caption = "What came back, from which copy";
    table.columns = {
        words("workload", "Workload"),        words("copy", "Copy"),
        words("point", "Content of"),         figures_in("data_loss", "Data loss", "s"),
        figures_in("changed", "Lost", "B"),   figures_in("read", "Read", "B"),
        figures_in("bytes", "Restored", "B"), figures_in("back", "Back after", "s")};
    for (const auto& one : outcome.workloads)
        table.rows.push_back(
            {text_cell(name_of(row.scenario().workloads[one.workload])),
             text_cell(copy_name(row, again.damage, one), one.recovered ? Tone::plain : Tone::bad),
             text_cell(one.copy ? format_time(one.content) : ""),
             seconds_cell(sim::to_seconds(one.data_loss)), bytes_cell(one.bytes_lost),
             bytes_cell(one.bytes_read), bytes_cell(one.bytes_restored),
             one.recovered ? seconds_cell(sim::to_seconds(one.back - outcome.failure))
                           : text_cell("never", Tone::bad)});
    return table;
}

report::Table stage_table(const ExplainedRow& row, const IncidentOutcome& outcome) {
    using namespace report;
    Table table;
    table.id = "stages";
    table.caption = "Stages, as in a runbook";
    table.columns = {words("workload", "Workload"),     words("stage", "Stage"),
                     figures_in("begin", "From", "s"),  figures_in("end", "To", "s"),
                     figures_in("length", "Took", "s"), words("waited_for", "Waited for")};
    table.key_columns = 2;
    for (const auto& one : outcome.workloads)
        for (const auto& span : one.spans)
            table.rows.push_back({text_cell(name_of(row.scenario().workloads[one.workload])),
                                  text_cell(stage_name(span.stage)),
                                  seconds_cell(sim::to_seconds(span.begin - outcome.failure)),
                                  seconds_cell(sim::to_seconds(span.end - outcome.failure)),
                                  seconds_cell(sim::to_seconds(span.end - span.begin)),
                                  text_cell(span.waited_for)});
    return table;
}

std::string spent_text(const std::vector<Spent>& all) {
    std::string text;
    for (const auto& spent : all)
        text +=
            fmt::format("{}{} {}", text.empty() ? "" : ", ", spent.on, format_duration(spent.time));
    return text;
}

// The chain of stages that decided when the last workload was back.
report::Table critical_table(const ExplainedRow& row, const IncidentOutcome& outcome) {
    using namespace report;
    Table table;
    table.id = "critical-path";
    table.caption = "Critical path: what decided when the last workload was back";
    table.columns = {words("workload", "Workload"), words("stage", "Stage"),
                     figures_in("begin", "From", "s"), figures_in("length", "Took", "s"),
                     words("spent", "Spent on")};
    table.key_columns = 2;
    for (const auto& step : outcome.critical)
        table.rows.push_back({text_cell(name_of(row.scenario().workloads[step.workload])),
                              text_cell(stage_name(step.stage)),
                              seconds_cell(sim::to_seconds(step.begin - outcome.failure)),
                              seconds_cell(sim::to_seconds(step.end - step.begin)),
                              text_cell(spent_text(step.spent))});
    return table;
}

// A copy whose region was dark for a time: it could be used when that was over.
std::string reach_of(const Case& what, const Damage& damage, std::size_t copy) {
    const auto is_dark = [&](const Damage& strike) {
        return !strike.dark_role.empty() && strike.dark_role == what.places[copy].role;
    };
    const bool dark =
        is_dark(damage) || std::any_of(damage.since.begin(), damage.since.end(), is_dark);
    return what.strategy->copies[copy].id + (dark ? " (after the outage)" : "");
}

// The newest point of every copy that survived all strikes and was there when people knew.
report::Table point_table(const ExplainedRow& row, const Replay& again) {
    using namespace report;
    Table table;
    table.id = "points";
    table.caption = "Recovery points that could be used";
    table.columns = {words("workload", "Workload"),       words("copy", "Copy"),
                     words("point", "Content of"),        figures_in("parts", "Parts", "1"),
                     figures_in("bytes", "To read", "B"), figures_in("objects", "Objects", "1")};
    table.key_columns = 2;
    const auto known = again.damage.failure + again.damage.detection;
    for (const auto w : again.damage.hit)
        for (const auto& one : candidates(row.what(), again.history, again.damage, w, known))
            table.rows.push_back({text_cell(name_of(row.scenario().workloads[w])),
                                  text_cell(reach_of(row.what(), again.damage, one.copy)),
                                  text_cell(format_time(one.content)), count_cell(one.parts.size()),
                                  bytes_cell(one.bytes),
                                  count_cell(static_cast<std::size_t>(one.objects))});
    return table;
}

std::optional<std::size_t> whole(std::string_view text) {
    std::size_t value = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
}

}  // namespace

report::Section explain_incident(const ExplainedRow& row, const FigureRequest& request,
                                 Diagnostics& faults) {
    const auto mark = request.argument.find('#');
    const auto number = mark == std::string::npos
                            ? std::nullopt
                            : whole(std::string_view(request.argument).substr(mark + 1));
    report::Section section{"incident", "", {}};
    if (!number) {
        faults.add({.key = "--figure incident",
                    .found = quoted(request.argument),
                    .expected = "a class and a number such as fire#17"});
        return section;
    }
    const auto kind = class_index(row.scenario(), request.argument.substr(0, mark), faults);
    if (!kind) return section;
    const auto drawn = static_cast<std::size_t>(row.input.scenario->effort.incidents);
    if (*number >= drawn) {
        faults.add({.key = "--figure incident",
                    .found = fmt::format("number {}", *number),
                    .expected = fmt::format("0 to {}", drawn - 1),
                    .hint = "more are drawn with --incidents"});
        return section;
    }
    const auto again = replay(row, *kind, *number);
    const auto& outcome = again.result.outcome;
    const auto& incident = row.scenario().incidents[*kind];
    section.title =
        fmt::format("{}, number {}", incident.name.empty() ? incident.id : incident.name, *number);
    if (outcome.workloads.empty()) {
        section.blocks.emplace_back(report::Facts{{{"Failed at", format_time(outcome.failure)}}});
        section.blocks.emplace_back(report::Paragraph{
            "It hit nothing.", "No workload went down or moved, so nothing had to come back.", {}});
        return section;
    }
    auto facts = incident_facts(outcome);
    auto bill = recovery_bill(row.row(), *number, again.result.usage, facts);
    section.blocks.emplace_back(std::move(facts));
    section.blocks.emplace_back(text_gantt(row.scenario(), outcome));
    section.blocks.emplace_back(critical_table(row, outcome));
    section.blocks.emplace_back(workload_table(row, again));
    section.blocks.emplace_back(point_table(row, again));
    section.blocks.emplace_back(stage_table(row, outcome));
    section.blocks.emplace_back(std::move(bill));
    return section;
}

}  // namespace reentry::cli
