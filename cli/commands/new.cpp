// reentry new [FILE]: a commented scenario to start from.
#include "cli/commands.hpp"
#include "cli/starters.hpp"
#include "cli/text_file.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

namespace reentry::cli {
namespace {

struct NewOptions {
    std::string file = "scenario.toml";
    std::string_view starter = small_starter();
};

ExitCode write_starter(const NewOptions& options, Session& session) {
    std::error_code problem;
    if (options.file != "-" && std::filesystem::exists(options.file, problem)) {
        session.complain(Diagnostic{.file = options.file,
                                    .found = "a file of this name",
                                    .expected = "none",
                                    .hint = "nothing is overwritten: choose another name"});
        return ExitCode::bad_input;
    }
    write_text(session, options.file, std::string(options.starter));
    if (options.file != "-")
        session.note(
            fmt::format("wrote {0}; next: reentry check {0}, reentry run {0}", options.file));
    return ExitCode::success;
}

}  // namespace

void add_new(Command& program) {
    auto command = program.command("new", "Write a commented scenario to start from",
                                   R"(A file that exists is never overwritten.

Examples:
  reentry new office.toml
  reentry new --template full centre.toml)");
    const auto options = std::make_shared<NewOptions>();
    command.option("file", "FILE", options->file, "Where to (default: scenario.toml; - prints it)");
    command.choice("--template", options->starter,
                   {{"small", small_starter()}, {"full", full_starter()}},
                   "small: an office; full: every kind of table and key (default: small)");
    command.runs([options](Session& session) { return write_starter(*options, session); });
}

}  // namespace reentry::cli
