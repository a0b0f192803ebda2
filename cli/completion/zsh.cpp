#include "cli/completion/completion.hpp"
#include "cli/completion/words.hpp"

#include <fmt/format.h>

namespace reentry::cli {
namespace {

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

}  // namespace

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

}  // namespace reentry::cli
