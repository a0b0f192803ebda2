// The command line as plain data, for whatever writes it down: completion scripts, the manual,
// tests of the documentation.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace reentry::cli {

struct OptionText {
    std::vector<std::string> names;  // "-o", "--output"; empty for a positional
    std::string value;               // "FILE", "a|b|c"; empty for a flag
    std::string positional;          // its name, for a positional
    std::string meaning;
    bool required = false;
    bool several = false;

    bool takes_file() const { return value == "FILE"; }
    bool takes_folder() const { return value == "DIR"; }
    std::vector<std::string> words() const;  // of "a|b|c"; else empty
};

struct CommandText {
    std::string path;  // "catalogue show"; empty for the program
    std::string name;
    std::string meaning;
    std::string more;  // prose and examples
    std::vector<OptionText> options;
    std::vector<CommandText> commands;
};

CommandText command_tree(const CLI::App& program);

// The tree's commands in order, the program first.
std::vector<const CommandText*> flattened(const CommandText& tree);

}  // namespace reentry::cli
