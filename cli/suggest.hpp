// What to say about a command line that was not understood.
#pragma once

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace reentry::cli {

// One sentence, with the nearest command or option where there is one, and where to read more.
std::string usage_error(const CLI::App& program, const CLI::ParseError& error);

}  // namespace reentry::cli
