#include "cli/completion/completion.hpp"
#include "cli/completion/words.hpp"

#include <fmt/format.h>

namespace reentry::cli {
namespace {

// What can follow a command: its commands, its options and the global ones.
std::string words_after(const CommandText& command, const CommandText& program) {
    std::string words;
    for (const auto& inner : command.commands) words += inner.name + " ";
    words += argument_words(command);
    for (const auto& option : command.options)
        for (const auto& name : option.names) words += name + " ";
    if (&command != &program)
        for (const auto& option : program.options)
            for (const auto& name : option.names)
                if (words.find(name + " ") == std::string::npos) words += name + " ";
    if (!words.empty()) words.pop_back();
    return words;
}

std::string bash_value(const OptionText& option) {
    if (option.takes_folder()) return "mapfile -t COMPREPLY < <(compgen -d -- \"$word\")";
    if (option.takes_file()) return "mapfile -t COMPREPLY < <(compgen -f -- \"$word\")";
    return fmt::format("mapfile -t COMPREPLY < <(compgen -W \"{}\" -- \"$word\")",
                       fmt::join(option.words(), " "));
}

std::string bash_values(const CommandText& tree) {
    std::string cases;
    for (const auto* command : flattened(tree))
        for (const auto& option : command->options)
            if (!option.names.empty() && !option.value.empty())
                for (const auto& name : option.names)
                    cases += fmt::format("        \"{} {}\") {}; return ;;\n", command->path, name,
                                         bash_value(option));
    return cases;
}

std::string bash_commands(const CommandText& tree) {
    std::string cases;
    for (const auto* command : flattened(tree))
        cases += fmt::format("        \"{}\") words=\"{}\" files={} ;;\n", command->path,
                             words_after(*command, tree), has_file_argument(*command) ? 1 : 0);
    return cases;
}

}  // namespace

std::string bash_completion(const CommandText& tree) {
    return fmt::format(
        R"(# bash completion for reentry; put it into /etc/bash_completion.d/ or source it.
_reentry() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}"
    local command="" words="" files=0 i next
    for ((i = 1; i < COMP_CWORD; i++)); do
        next="${{command:+$command }}${{COMP_WORDS[i]}}"
        [[ "{0}" == *"|$next|"* ]] && command="$next"
    done
    COMPREPLY=()
    case "$command $before" in
{1}    esac
    case " $before" in
{2}    esac
    case "$command" in
{3}    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    if ((files)) && [[ "$word" != -* ]]; then
        mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -o filenames -F _reentry reentry
)",
        paths(tree), bash_values(tree), bash_values({"", "", "", "", tree.options, {}}),
        bash_commands(tree));
}

}  // namespace reentry::cli
