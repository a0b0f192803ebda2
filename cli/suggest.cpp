#include "cli/suggest.hpp"

#include "models/diagnostic.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "report/render/text_width.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace reentry::cli {
namespace {

// The innermost command that was given.
const CLI::App& innermost(const CLI::App& app) {
    const auto given = app.get_subcommands();
    return given.empty() ? app : innermost(*given.front());
}

std::vector<std::string> command_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
    return names;
}

// "--format", of the command and of all around it.
std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* level = &app; level != nullptr; level = level->get_parent())
        for (const auto* option : level->get_options())
            for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

std::string unknown(const std::string& kind, const std::string& word,
                    const std::vector<std::string>& valid) {
    const auto hint = did_you_mean(nearest(word.substr(0, word.find('=')), valid));
    return fmt::format("unknown {} {}{}", kind, quoted(word), hint.empty() ? hint : "; " + hint);
}

// The word that nothing took; empty when there is none.
std::string leftover(const CLI::App& app) {
    const auto words = app.remaining(true);
    return words.empty() ? std::string{} : words.front();
}

std::string sentence(const CLI::App& program, const CLI::ParseError& error) {
    const auto& command = innermost(program);
    const auto word = leftover(program);
    if (!word.empty() && word.front() == '-') return unknown("option", word, option_names(command));
    if (!word.empty() && !command_names(command).empty())
        return unknown("command", word, command_names(command));
    if (!word.empty()) return fmt::format("too many arguments, from {} on", quoted(word));
    return error.what();
}

}  // namespace

std::string usage_error(const CLI::App& program, const CLI::ParseError& error) {
    std::string path = "reentry";
    for (const auto* app = &program; !app->get_subcommands().empty();) {
        app = app->get_subcommands().front();
        path += " " + app->get_name();
    }
    return fmt::format("{}\nTry: {} --help", report::printable(sentence(program, error)), path);
}

}  // namespace reentry::cli
