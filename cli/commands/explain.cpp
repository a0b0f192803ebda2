// reentry explain SCENARIO --row STRATEGY@PROVIDER --figure ...: how a figure came about.
#include "cli/commands.hpp"
#include "cli/doubtful_amounts.hpp"
#include "cli/explain/explained.hpp"
#include "cli/output.hpp"
#include "cli/progress_bar.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace reentry::cli {
namespace {

struct ExplainOptions {
    ScenarioOptions scenario;
    std::string row;
    std::vector<std::string> figures;
    std::string line;
    bool all = false;
    Format format = Format::table;
};

std::string row_name(const study::CaseRow& row) {
    return row.provider.empty() ? row.strategy : row.strategy + "@" + row.provider;
}

// Narrows the scenario to the wanted row, so that nothing else is simulated.
bool select_row(const std::string& wanted, ScenarioInput& input, Diagnostics& faults) {
    const auto rows = study::rows_of(*input.scenario, input.catalogue);
    std::vector<std::string> names;
    for (const auto& row : rows) {
        names.push_back(row_name(row));
        const bool chosen = wanted == names.back() || (wanted.empty() && rows.size() == 1);
        if (!chosen) continue;
        if (!row.offer.made) {
            faults.add({.key = "--row", .found = quoted(wanted), .hint = row.offer.reason});
            return false;
        }
        auto narrowed = std::make_shared<Scenario>(*input.scenario);
        std::erase_if(narrowed->strategies, [&](const auto& s) { return s.id != row.strategy; });
        narrowed->providers.clear();
        if (!row.provider.empty()) narrowed->providers.push_back(row.provider);
        input.scenario = narrowed;
        return true;
    }
    faults.add({.key = "--row",
                .found = wanted.empty() ? "nothing" : quoted(wanted),
                .expected = "a row of the comparison: " + listed(names),
                .hint = did_you_mean(nearest(wanted, names))});
    return false;
}

study::Simulated simulate(const ScenarioInput& input, Needs needs, Session& session) {
    ProgressBar bar(session.outside, true);
    study::SimulateOptions how;
    how.stop = session.outside.stop;
    how.keep_ledgers = true;
    how.progress = [&bar](const study::Progress& progress) { bar.show(progress); };
    const auto scenario =
        needs == Needs::incidents ? input.scenario : operation_only(*input.scenario);
    return study::simulate(scenario, input.catalogue, how);
}

report::Section explain_figure(const ExplainedRow& row, const FigureRequest& request,
                               Diagnostics& faults) {
    if (request.name == "cost") return explain_cost(row, faults);
    if (request.name == "month") return explain_month(row, request, faults);
    if (request.name == "incident") return explain_incident(row, request, faults);
    if (request.name == "expected") return explain_expected(row);
    if (request.name == "rto" || request.name == "rpo")
        return explain_objective(row, request, faults);
    return explain_sample(row, request, faults);
}

ExitCode explain(const ExplainOptions& options, Session& session) {
    auto input = read_input(session, options.scenario);
    if (!input) return ExitCode::bad_input;
    Diagnostics faults;
    Needs needs = Needs::operation;
    const auto wanted = figure_requests(options.figures, needs, faults);
    select_row(options.row, *input, faults);
    session.complain(faults);
    if (faults.has_errors()) return ExitCode::bad_input;

    const ExplainedRow row{*input, simulate(*input, needs, session), options.line, options.all};
    if (row.simulated.cancelled) return ExitCode::interrupted;
    report::Document document;
    document.title = fmt::format("{}: {}", input->scenario->name, row_name(row.row()));
    for (const auto& request : wanted)
        document.sections.push_back(explain_figure(row, request, faults));
    session.complain(faults);
    if (faults.has_errors()) return ExitCode::bad_input;
    print(session, document, options.format);
    return ExitCode::success;
}

std::string figure_list() {
    std::string text;
    for (const auto& kind : figure_kinds())
        text += fmt::format("  {:<22} {}\n", kind.name, kind.meaning);
    return text;
}

}  // namespace

void add_explain(Command& program) {
    const auto more =
        "Figures:\n" + figure_list() +
        R"(With --line, cost and month are opened down to the usage events behind the largest share.

Examples:
  reentry explain office.toml --row cloud-only@scaleway
  reentry explain office.toml --row cloud-only@scaleway --figure month=2028-01 --line storage
  reentry explain office.toml --row cloud-only@scaleway --figure mtr=fire
  reentry explain office.toml --row cloud-only@scaleway --figure incident=fire#17)";
    auto command = program.command("explain", "Tell how a figure of a result came about", more);
    const auto options = std::make_shared<ExplainOptions>();
    add_scenario_options(command, options->scenario, false);
    command.option("--row", "STRATEGY@PROVIDER", options->row,
                   "Which row of the comparison; STRATEGY alone when it uses no provider");
    command.repeatable("--figure", "FIGURE", options->figures,
                       "Which figure, repeatable (default: cost)");
    command.option("--line", "TEXT", options->line,
                   "Only lines of the bill with this in their name");
    command.flag("--all", options->all, "Every incident of a sample");
    add_format(command, options->format);
    command.runs([options](Session& session) { return explain(*options, session); });
}

}  // namespace reentry::cli
