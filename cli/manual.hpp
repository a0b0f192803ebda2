// The man page reentry(1), written from the command line itself.
#pragma once

#include "cli/command_tree.hpp"

#include <string>

namespace reentry::cli {

// In the man macros of troff.
std::string manual(const CommandText& tree, const std::string& version);

}  // namespace reentry::cli
