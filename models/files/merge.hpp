// Joining the trees of several files: tables are united, lists of tables appended; everything else
// may be said once.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/node.hpp"

#include <string>
#include <vector>

namespace reentry::files {

// Adds the entries of `from` to the table `into`. A value that both set is an error that names both
// places.
void merge(Node& into, Node&& from, const std::vector<std::string>& files,
           Diagnostics& diagnostics);

}  // namespace reentry::files
