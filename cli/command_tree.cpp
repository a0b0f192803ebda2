#include "cli/command_tree.hpp"

#include "models/text.hpp"

#include <CLI/CLI.hpp>

namespace reentry::cli {
namespace {

OptionText option_text(const CLI::Option& option) {
    OptionText text;
    for (const auto& name : option.get_snames()) text.names.push_back("-" + name);
    for (const auto& name : option.get_lnames()) text.names.push_back("--" + name);
    if (text.names.empty()) text.positional = option.get_name(true);
    if (option.get_items_expected_max() > 0) text.value = option.get_type_name();
    text.meaning = option.get_description();
    text.required = option.get_required();
    text.several = option.get_items_expected_max() > 1;
    return text;
}

CommandText command_text(const CLI::App& app, const std::string& path) {
    CommandText text{path, app.get_name(), app.get_description(), app.get_footer(), {}, {}};
    for (const auto* option : app.get_options()) text.options.push_back(option_text(*option));
    for (const auto* command : app.get_subcommands(nullptr))
        text.commands.push_back(command_text(
            *command, path.empty() ? command->get_name() : path + " " + command->get_name()));
    return text;
}

void flatten(const CommandText& tree, std::vector<const CommandText*>& all) {
    all.push_back(&tree);
    for (const auto& command : tree.commands) flatten(command, all);
}

}  // namespace

std::vector<std::string> OptionText::words() const {
    std::vector<std::string> all;
    if (value.find('|') != std::string::npos)
        for (const auto word : split(value, '|')) all.emplace_back(word);
    return all;
}

CommandText command_tree(const CLI::App& program) { return command_text(program, ""); }

std::vector<const CommandText*> flattened(const CommandText& tree) {
    std::vector<const CommandText*> all;
    flatten(tree, all);
    return all;
}

}  // namespace reentry::cli
