#include "cli/program.hpp"

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "cli/suggest.hpp"

#include <CLI/CLI.hpp>

#include <exception>
#include <memory>

namespace reentry::cli {
namespace {

constexpr const char* purpose =
    "Reentry simulates how an estate is backed up and brought back: how soon, how much is lost,\n"
    "and what being able to do that costs, for every strategy on every provider.";

constexpr const char* examples = R"(Examples:
  reentry new office.toml                write a commented scenario to start from
  reentry check office.toml              all problems of it at once
  reentry run office.toml                compare its strategies, write a report
  reentry explain office.toml --row nightly@scaleway --figure cost

Exit codes: 0 success, 1 the input has errors, 2 wrong usage, 3 the program failed,
130 interrupted. `reentry COMMAND --help` tells more about a command.)";

void add_global_options(Command& program, GlobalOptions& options) {
    program.choice(
        "--color", options.colour,
        {{"auto", Colour::automatic}, {"never", Colour::never}, {"always", Colour::always}},
        "Colours (default: auto, on a terminal unless NO_COLOR is set)");
    program.option("--data", "DIR", options.data,
                   "Folder with the catalogues (default: REENTRY_DATA, else the installed one)");
}

// Order of the help.
void add_commands(Command& program) {
    for (const auto add : {add_run, add_check, add_new, add_schema, add_explain, add_bill,
                           add_chaos, add_transfer, add_catalogue, add_completion, add_manual})
        add(program);
}

std::unique_ptr<CLI::App> build(GlobalOptions& options, Action& chosen) {
    auto app = std::make_unique<CLI::App>(purpose, "reentry");
    app->fallthrough();  // global options may stand after the command, too
    app->require_subcommand(1);
    app->get_formatter()->column_width(34);
    app->set_version_flag("--version", "reentry " + version(), "Print the version");
    Command program(*app, chosen);
    add_global_options(program, options);
    add_commands(program);
    app->footer(examples);
    return app;
}

// Help and version are successes that CLI11 reports as errors, too.
ExitCode tell(const CLI::App& app, const CLI::ParseError& error,
              const std::vector<std::string>& arguments, const Outside& outside) {
    if (error.get_exit_code() == 0) {
        app.exit(error, outside.out, outside.err);
        return ExitCode::success;
    }
    if (arguments.empty())
        outside.err << app.help();
    else
        outside.err << "reentry: error: " << usage_error(app, error) << '\n';
    return ExitCode::usage;
}

ExitCode perform(const Action& action, const GlobalOptions& options, const Outside& outside) {
    Session session(outside, options);
    try {
        return action(session);
    } catch (const std::exception& fault) {
        session.error(fault.what());
        return ExitCode::failure;
    }
}

}  // namespace

std::string version() { return REENTRY_VERSION; }

CommandText command_line() {
    GlobalOptions options;
    Action chosen;
    return command_tree(*build(options, chosen));
}

ExitCode run_program(const std::vector<std::string>& arguments, const Outside& outside) {
    GlobalOptions options;
    Action chosen;
    const auto app = build(options, chosen);
    try {
        app->parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::ParseError& error) {
        return tell(*app, error, arguments, outside);
    }
    const auto code = perform(chosen, options, outside);
    outside.out.flush();
    return code;
}

}  // namespace reentry::cli
