// reentry run SCENARIO: simulates, compares, prints the comparison, writes the result to a folder.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/program.hpp"
#include "cli/progress_bar.hpp"
#include "cli/result_folder.hpp"
#include "cli/scenario_input.hpp"
#include "cli/typical_recoveries.hpp"
#include "report/comparison/sections.hpp"
#include "report/comparison_report.hpp"
#include "report/render/json.hpp"
#include "study/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace reentry::cli {
namespace {

struct RunOptions {
    ScenarioOptions scenario;
    std::string output;  // empty: out/<scenario>; "-": no files
    Format format = Format::table;
    std::optional<std::int64_t> jobs;
    bool samples = false;
    bool quiet = false;
};

unsigned threads(const RunOptions& options) {
    return static_cast<unsigned>(std::min<std::int64_t>(options.jobs.value_or(0), 1024));
}

study::Simulated simulate(const ScenarioInput& input, const RunOptions& options, Session& session) {
    ProgressBar bar(session.outside, !options.quiet);
    study::SimulateOptions how;
    how.jobs = threads(options);
    how.stop = session.outside.stop;
    how.progress = [&bar](const study::Progress& progress) { bar.show(progress); };
    return study::simulate(input.scenario, input.catalogue, how);
}

constexpr std::size_t lines_on_a_screen = 30;

bool too_long(const report::Block& block) {
    const auto* table = std::get_if<report::Table>(&block);
    return table != nullptr && table->id != "comparison" && table->rows.size() > lines_on_a_screen;
}

// What a terminal has room for: the rest stands in the files. Of long tables only the comparison.
report::Document short_report(const report::Document& full, const study::Comparison& comparison) {
    report::Document brief;
    brief.title = full.title;
    for (const auto* id : {"summary", "comparison"})
        if (const auto* section = report::find_section(full, id)) {
            brief.sections.push_back(*section);
            std::erase_if(brief.sections.back().blocks, [](const report::Block& block) {
                return std::holds_alternative<report::Figure>(block) || too_long(block);
            });
        }
    auto breaks = report::breaks_section(comparison);
    if (!breaks.blocks.empty()) brief.sections.push_back(std::move(breaks));
    return brief;
}

void print_comparison(Session& session, const study::Comparison& comparison,
                      const report::Document& document, const RunOptions& options) {
    if (options.format == Format::json) {
        report::write_json(session.outside.out, comparison, {version(), options.samples});
    } else if (options.format == Format::csv) {
        if (const auto* table = report::find_table(document, "comparison"))
            print(session, document_of(*table), Format::csv);
    } else {
        print(session, short_report(document, comparison), options.format);
    }
    session.outside.out.flush();
}

// A name for people as the name of a folder.
std::string folder_name(const std::string& name) {
    std::string folder;
    for (const char c : name) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '-' || c == '_';
        folder += kept ? c : '-';
    }
    return folder.empty() ? "scenario" : folder;
}

ExitCode interrupted(Session& session) {
    session.note("reentry: interrupted; no file was written");
    return ExitCode::interrupted;
}

ExitCode run(const RunOptions& options, Session& session) {
    const auto input = read_input(session, options.scenario);
    if (!input) return ExitCode::bad_input;
    const auto simulated = simulate(*input, options, session);
    if (simulated.cancelled) return interrupted(session);

    const auto comparison = study::compare(simulated, input->catalogue);
    const bool files = options.output != "-";
    report::ReportOptions how{version(), {}};
    if (files) how.traces = typical_recoveries(simulated, comparison, threads(options));
    const auto document = report::comparison_report(comparison, how);
    print_comparison(session, comparison, document, options);
    if (!files) return ExitCode::success;

    const std::filesystem::path folder =
        options.output.empty() ? std::filesystem::path("out") / folder_name(comparison.scenario)
                               : std::filesystem::path(options.output);
    const ResultContents contents{
        comparison, document,       effective_scenario(input->file), session.outside.templates,
        version(),  options.samples};
    if (!write_result(folder, contents, session.outside.stop)) return interrupted(session);
    if (!options.quiet) {
        session.note(report::answer(comparison));
        session.note(fmt::format("report: {}", (folder / "report.html").string()));
    }
    return ExitCode::success;
}

void add_options(Command& command, RunOptions& options) {
    add_scenario_options(command, options.scenario, true);
    command.option("-o,--output", "DIR", options.output,
                   "Folder of the result (default: out/<name of the scenario>; -: no files)");
    add_format(command, options.format);
    command.number("--jobs", options.jobs, "Threads (default: as many as there are cores)", 1);
    command.flag("--samples", options.samples, "Every single incident in the JSON, too");
    command.flag("-q,--quiet", options.quiet, "No progress, no notes");
}

}  // namespace

void add_run(Command& program) {
    auto command = program.command(
        "run", "Compare the strategies of a scenario",
        R"(Simulates every strategy on every provider, prints the comparison, and writes the result:
report.html, report.md, comparison.json, comparison.csv, tables/*.csv, charts/*.svg and *.png,
and scenario.toml, the scenario with every default. The files appear all at once at the end; an
interrupted run leaves an older result as it was. Same input, same bytes, with any --jobs.

Examples:
  reentry run scenarios/esoc.toml
  reentry run office.toml --providers scaleway,hetzner --incidents 2000
  reentry run office.toml --set link.line.capacity="10 Gbit/s" -o out/faster
  reentry run office.toml --format csv -o - --quiet > comparison.csv)");
    const auto options = std::make_shared<RunOptions>();
    add_options(command, *options);
    command.runs([options](Session& session) { return run(*options, session); });
}

}  // namespace reentry::cli
