// Where all figures of a file come from, said once: `source`, `date` and `confidence` at its top
// become the citation of every price and rule that states none of its own.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/node.hpp"

#include <chrono>
#include <string>

namespace reentry {

// Writes the citation into the tree and takes the three keys out of it; without a `source` text at
// the top nothing is done, and each figure must cite its own. Returns the date.
std::chrono::year_month_day cite_file(files::Node& root, Diagnostics& diagnostics,
                                      const std::string& file);

}  // namespace reentry
