// A file that must not be there yet: written whole or not at all, and never over another one.
#pragma once

#include <filesystem>
#include <string_view>

namespace reentry::cli {

// False when the name is taken, also by a run that came first. Throws std::system_error when it
// cannot be written.
bool write_new_file(const std::filesystem::path& path, std::string_view text);

}  // namespace reentry::cli
