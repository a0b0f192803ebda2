#include "cli/completion/words.hpp"

#include <fmt/format.h>

namespace reentry::cli {

std::string argument_words(const CommandText& command) {
    std::string words;
    for (const auto& option : command.options)
        if (option.names.empty())
            for (const auto& word : option.words()) words += word + " ";
    return words;
}

bool has_file_argument(const CommandText& command) {
    for (const auto& option : command.options)
        if (!option.positional.empty() && option.takes_file()) return true;
    return false;
}

std::string paths(const CommandText& tree) {
    std::string all;
    for (const auto* command : flattened(tree))
        if (!command->path.empty()) all += fmt::format("|{}", command->path);
    return all + "|";
}

}  // namespace reentry::cli
