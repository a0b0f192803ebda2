// reentry completion SHELL: a script that completes this command line.
#include "cli/completion/completion.hpp"

#include "cli/commands.hpp"
#include "cli/program.hpp"
#include "cli/session.hpp"

#include <memory>

namespace reentry::cli {
namespace {

using Writer = std::string (*)(const CommandText&);

ExitCode print_completion(Writer write, Session& session) {
    session.outside.out << write(command_line());
    return ExitCode::success;
}

}  // namespace

void add_completion(Command& program) {
    auto command = program.command("completion", "Print a completion script for a shell",
                                   R"(Examples:
  reentry completion bash > /etc/bash_completion.d/reentry
  reentry completion zsh > ~/.zfunc/_reentry
  reentry completion fish > ~/.config/fish/completions/reentry.fish)");
    const auto writer = std::make_shared<Writer>(nullptr);
    command.choice("shell", *writer,
                   {{"bash", bash_completion}, {"zsh", zsh_completion}, {"fish", fish_completion}},
                   "Which shell", Need::required);
    command.runs([writer](Session& session) { return print_completion(*writer, session); });
}

}  // namespace reentry::cli
