// Files that commands read whole.
#pragma once

#include "cli/session.hpp"

#include <optional>
#include <string>

namespace reentry::cli {

// The text of a file; "-" is standard input. Nothing when it cannot be had, which was reported.
std::optional<std::string> read_text(Session& session, const std::string& path);

// To a file, whole or not at all; to standard output when the path is empty or "-".
void write_text(Session& session, const std::string& path, const std::string& text);

}  // namespace reentry::cli
