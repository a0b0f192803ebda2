// Scripts that let a shell complete the command line, written from the command line itself.
#pragma once

#include "cli/command_tree.hpp"

#include <string>

namespace reentry::cli {

std::string bash_completion(const CommandText& tree);
std::string zsh_completion(const CommandText& tree);
std::string fish_completion(const CommandText& tree);

}  // namespace reentry::cli
