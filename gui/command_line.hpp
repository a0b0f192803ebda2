// What the program was told. Read before there is a Qt application, because pictures need one
// without a screen.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace reentry::gui {

struct CommandLine {
    std::filesystem::path scenario;     // empty: none
    std::filesystem::path screenshots;  // folder; empty: a window
    std::filesystem::path data;         // catalogues; empty: the installation's own
    std::int64_t incidents = 0;         // of each class; 0: as the scenario asks
    bool help = false, version = false;
};

// Empty, and what is wrong in `problem`, when the arguments make no sense.
std::optional<CommandLine> read_command_line(const std::vector<std::string>& arguments,
                                             std::string& problem);

std::string usage();

}  // namespace reentry::gui
