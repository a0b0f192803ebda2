#include "cli/completion.hpp"

#include <fmt/format.h>

namespace reentry::cli {
namespace {

// The words that an argument can be, each with a blank behind it.
std::string argument_words(const CommandText& command) {
    std::string words;
    for (const auto& option : command.options)
        if (option.names.empty())
            for (const auto& word : option.words()) words += word + " ";
    return words;
}

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

bool has_file_argument(const CommandText& command) {
    for (const auto& option : command.options)
        if (!option.positional.empty() && option.takes_file()) return true;
    return false;
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

// The commands that may follow a path, so that the script knows where it is on the line.
std::string paths(const CommandText& tree) {
    std::string all;
    for (const auto* command : flattened(tree))
        if (!command->path.empty()) all += fmt::format("|{}", command->path);
    return all + "|";
}

std::string zsh_option(const OptionText& option) {
    std::string meaning;
    for (const char c : option.meaning) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') meaning += '\\';
        meaning += c == '\'' ? '"' : c;
    }
    std::string action;
    if (option.takes_file())
        action = ":file:_files";
    else if (option.takes_folder())
        action = ":folder:_files -/";
    else if (!option.value.empty())
        action = option.words().empty()
                     ? ":value: "
                     : fmt::format(":value:({})", fmt::join(option.words(), " "));
    std::string lines;
    for (const auto& name : option.names)
        lines += fmt::format("            '*{}[{}]{}' \\\n", name, meaning, action);
    return lines;
}

std::string zsh_case(const CommandText& command, const CommandText& tree) {
    std::string text = fmt::format("        '{}')\n", command.path);
    text += "          _arguments \\\n";
    for (const auto& option : command.options) text += zsh_option(option);
    if (&command != &tree)
        for (const auto& option : tree.options)
            if (option.names.back() != "--help") text += zsh_option(option);
    std::string names = argument_words(command);
    for (const auto& inner : command.commands) names += inner.name + " ";
    if (!names.empty()) {
        text += fmt::format("            '*:word:({})'\n", names);
    } else {
        text +=
            has_file_argument(command) ? "            '*:file:_files'\n" : "            '*:: :'\n";
    }
    return text + "          ;;\n";
}

std::string fish_quoted(const std::string& text) {
    std::string quoted = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "'";
}

std::string fish_option(const OptionText& option, const std::string& condition) {
    std::string line = fmt::format("complete -c reentry -n '{}'", condition);
    for (const auto& name : option.names)
        line += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.value.empty()) line += option.takes_file() ? " -r -F" : " -x";
    if (option.takes_folder()) line += " -a '(__fish_complete_directories)'";
    if (!option.words().empty()) line += fmt::format(" -a '{}'", fmt::join(option.words(), " "));
    return line + " -d " + fish_quoted(option.meaning) + "\n";
}

std::string fish_command(const CommandText& command) {
    std::string text;
    const auto here = fmt::format("__reentry_at \"{}\"", command.path);
    for (const auto& inner : command.commands)
        text += fmt::format("complete -c reentry -n '{}' -f -a {} -d {}\n", here, inner.name,
                            fish_quoted(inner.meaning));
    if (const auto words = argument_words(command); !words.empty())
        text += fmt::format("complete -c reentry -n '{}' -f -a '{}'\n", here, words);
    for (const auto& option : command.options)
        if (!option.names.empty()) text += fish_option(option, here);
    if (has_file_argument(command)) text += fmt::format("complete -c reentry -n '{}' -F\n", here);
    return text;
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

std::string zsh_completion(const CommandText& tree) {
    std::string cases;
    for (const auto* command : flattened(tree)) cases += zsh_case(*command, tree);
    return fmt::format(R"(#compdef reentry
# zsh completion for reentry; put it as _reentry into a folder of $fpath.
_reentry() {{
    local at="" next
    local -i i
    for ((i = 2; i < CURRENT; i++)); do
        next="${{at:+$at }}${{words[i]}}"
        [[ "{}" == *"|$next|"* ]] && at="$next"
    done
    case "$at" in
{}    esac
}}
_reentry "$@"
)",
                       paths(tree), cases);
}

std::string fish_completion(const CommandText& tree) {
    std::string text = fmt::format(
        R"(# fish completion for reentry; put it into ~/.config/fish/completions/reentry.fish.
function __reentry_at --description 'True when the command line so far has come to this command'
    set -l at ''
    for word in (commandline -opc)[2..-1]
        set -l next (string trim -- "$at $word")
        string match -q -- "*|$next|*" "{}"; and set at $next
    end
    test "$at" = "$argv[1]"
end
complete -c reentry -f
)",
        paths(tree));
    for (const auto* command : flattened(tree)) text += fish_command(*command);
    for (const auto& option : tree.options) text += fish_option(option, "not __reentry_at \"\"");
    return text;
}

}  // namespace reentry::cli
