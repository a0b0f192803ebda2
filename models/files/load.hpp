// A file and all that it includes, as one tree.
//
// `include = ["estate.toml", "sites/kourou.toml"]` at the top of a file names files relative to
// that file's folder. They never lie outside the folder of the file that was asked for. Included
// files come after the including one, in the order in which they are named; merge.hpp says how they
// are joined. A file that is named twice is read once.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/guard.hpp"
#include "models/files/node.hpp"
#include "models/files/source.hpp"

#include <string>

namespace reentry::files {

// The tree of `name` in `source`. All faults of all files are reported; a file with faults
// contributes what it can.
Document load(const Source& source, const std::string& name, Diagnostics& diagnostics,
              const TextLimits& limits = {});

// The tree of a file on disk; includes may lie in its folder and below.
Document load_file(const std::filesystem::path& path, Diagnostics& diagnostics,
                   const TextLimits& limits = {});

// The tree of one text, which may not include anything.
Document load_text(const std::string& name, const std::string& text, Diagnostics& diagnostics,
                   const TextLimits& limits = {});

}  // namespace reentry::files
