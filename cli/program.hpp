// The whole program but the outside world: arguments in, exit code out.
#pragma once

#include "cli/command_tree.hpp"
#include "cli/exit_code.hpp"
#include "cli/outside.hpp"

#include <string>
#include <vector>

namespace reentry::cli {

// `arguments` without the program's name. Errors are told on outside.err; nothing is thrown.
ExitCode run_program(const std::vector<std::string>& arguments, const Outside& outside);

// The command line with nothing behind it: what completion scripts, the manual and the tests of the
// documentation read.
CommandText command_line();

std::string version();  // "0.1.0"

}  // namespace reentry::cli
