// Pictures of all pages, for docs and README: the window is run without a screen and photographed.
#pragma once

#include "gui/main_window.hpp"

#include <filesystem>

namespace reentry::gui {

// Waits until a run is over and writes overview.png, cost.png, recovery.png and frontier.png. False
// when the run failed. Throws std::system_error when a file cannot be written.
bool take_screenshots(MainWindow& window, StudySession& session,
                      const std::filesystem::path& folder);

}  // namespace reentry::gui
