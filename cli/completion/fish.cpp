#include "cli/completion/completion.hpp"
#include "cli/completion/words.hpp"

#include <fmt/format.h>

namespace reentry::cli {
namespace {

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
