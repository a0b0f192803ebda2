// reentry manual: the man page.
#include "cli/manual.hpp"

#include "cli/commands.hpp"
#include "cli/program.hpp"
#include "cli/session.hpp"

namespace reentry::cli {
namespace {

ExitCode print_manual(Session& session) {
    session.outside.out << manual(command_line(), version());
    return ExitCode::success;
}

}  // namespace

void add_manual(Command& program) {
    auto command = program.command("manual", "Print the man page", R"(Example:
  reentry manual | man -l -)");
    command.runs(print_manual);
}

}  // namespace reentry::cli
