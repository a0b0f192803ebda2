// What the completion scripts of all shells need to know of a command. An inner part of them.
#pragma once

#include "cli/command_tree.hpp"

#include <string>

namespace reentry::cli {

// The words that an argument of the command can be, each with a blank behind it.
std::string argument_words(const CommandText& command);

bool has_file_argument(const CommandText& command);

// "|run|catalogue|catalogue show|": by which a script knows to which command a line has come.
std::string paths(const CommandText& tree);

}  // namespace reentry::cli
