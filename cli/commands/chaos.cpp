// reentry chaos SCENARIO: one incident just after everything that happens in the operation.
#include "cli/chaos_tables.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/scenario_input.hpp"
#include "cli/text_file.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"
#include "models/units/parse.hpp"
#include "report/render/csv.hpp"
#include "study/simulate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace reentry::cli {
namespace {

struct ChaosCommand {
    ScenarioOptions scenario;
    std::string strategy, provider, incident;
    std::optional<std::int64_t> number, jobs;
    std::vector<std::string> between;
    std::string csv;
    Format format = Format::table;
};

// The case of the strategy on the provider; without `--provider` the first that the strategy has.
std::optional<Case> case_of(const ChaosCommand& options, const ScenarioInput& input,
                            Diagnostics& faults) {
    std::vector<std::string> strategies, providers;
    for (const auto& row : study::rows_of(*input.scenario, input.catalogue)) {
        if (strategies.empty() || strategies.back() != row.strategy)
            strategies.push_back(row.strategy);
        if (row.strategy != options.strategy) continue;
        if (!row.provider.empty()) providers.push_back(row.provider);
        if (!options.provider.empty() && row.provider != options.provider) continue;
        if (row.offer.made) return row.offer.made;
        if (options.provider.empty()) continue;
        faults.add(
            {.key = "--provider", .found = quoted(options.provider), .hint = row.offer.reason});
        return std::nullopt;
    }
    const auto& known = strategies;
    if (std::find(known.begin(), known.end(), options.strategy) == known.end())
        faults.add({.key = "--strategy",
                    .found = quoted(options.strategy),
                    .expected = "one of " + listed(strategies),
                    .hint = did_you_mean(nearest(options.strategy, strategies))});
    else
        faults.add(
            {.key = "--provider",
             .found = options.provider.empty() ? "none that offers it" : quoted(options.provider),
             .expected = providers.empty() ? "none: the strategy uses no provider"
                                           : "one of " + listed(providers),
             .hint = did_you_mean(nearest(options.provider, providers))});
    return std::nullopt;
}

std::optional<std::size_t> class_of(const std::string& id, const Scenario& scenario,
                                    Diagnostics& faults) {
    std::vector<std::string> ids;
    for (const auto& incident : scenario.incidents) ids.push_back(incident.id);
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found != ids.end()) return static_cast<std::size_t>(found - ids.begin());
    faults.add({.key = "--incident",
                .found = quoted(id),
                .expected = "a class of incidents: " + listed(ids),
                .hint = did_you_mean(nearest(id, ids))});
    return std::nullopt;
}

// The first four weeks after settling, unless dates are given.
void set_interval(const ChaosCommand& options, const Scenario& scenario, study::ChaosOptions& how,
                  Diagnostics& faults) {
    how.from = scenario.start + scenario.effort.settle;
    how.to = how.from + std::chrono::days{28};
    if (options.between.empty()) return;
    const auto from = parse_time(options.between[0]), to = parse_time(options.between[1]);
    const auto end = scenario.start + scenario.horizon;
    if (from && to && scenario.start <= *from && *from < *to && *to <= end) {
        how.from = *from;
        how.to = *to;
        return;
    }
    const bool turned = from && to && *to <= *from;
    faults.add({.key = "--between",
                .found = quoted(options.between[0] + " " + options.between[1]),
                .expected = fmt::format("two instants between {} and {}, such as 2027-06-01",
                                        format_time(scenario.start), format_time(end)),
                .hint = turned ? "the earlier one goes first" : ""});
}

ExitCode run(const ChaosCommand& options, Session& session) {
    const auto input = read_input(session, options.scenario);
    if (!input) return ExitCode::bad_input;
    Diagnostics faults;
    const auto what = case_of(options, *input, faults);
    const auto incident = class_of(options.incident, *input->scenario, faults);
    study::ChaosOptions how;
    set_interval(options, *input->scenario, how, faults);
    session.complain(faults);
    if (faults.has_errors()) return ExitCode::bad_input;
    how.incident = *incident;
    how.number = static_cast<std::size_t>(options.number.value_or(0));
    how.jobs = static_cast<unsigned>(std::min<std::int64_t>(options.jobs.value_or(0), 1024));
    how.stop = session.outside.stop;

    const auto result = study::chaos(*what, how);
    if (result.cancelled) return ExitCode::interrupted;
    print(session, chaos_document(*what, how, result), options.format);
    if (!options.csv.empty())
        write_text(session, options.csv, report::render_csv(strike_table(result)));
    return ExitCode::success;
}

}  // namespace

void add_chaos(Command& program) {
    auto command = program.command(
        "chaos", "Strike just after everything that happens, and tell when it is worst",
        R"(One incident is drawn once and moved to every instant at which something happens in the
operation: a job starts or ends, logs are shipped, a point expires, a link fails or is repaired.
Tells recovery time and data loss by kind of event, and when they are worst. Same input, same
bytes, with any --jobs.

Examples:
  reentry chaos office.toml --strategy nightly --provider scaleway --incident fire
  reentry chaos office.toml --strategy nightly --incident fire --between 2027-06-01 2027-07-01 \
      --csv strikes.csv)");
    const auto options = std::make_shared<ChaosCommand>();
    add_scenario_options(command, options->scenario, false);
    command.option("--strategy", "ID", options->strategy, "Which strategy", Need::required);
    command.option("--provider", "ID", options->provider,
                   "On which provider (default: the first that has it)");
    command.option("--incident", "ID", options->incident, "Which class of incidents",
                   Need::required);
    command.number("--number", options->number, "Which draw of the class is moved (default: 0)", 0);
    command.pair("--between", "DATE", options->between,
                 "Only events from one date to another (default: four weeks after settling)");
    command.option("--csv", "FILE", options->csv, "Every strike, as CSV");
    command.number("--jobs", options->jobs, "Threads (default: as many as there are cores)", 1);
    add_format(command, options->format);
    command.runs([options](Session& session) { return run(*options, session); });
}

}  // namespace reentry::cli
