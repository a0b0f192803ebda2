// TOML text -> tree. The only file that knows the TOML library is parse.cpp.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/guard.hpp"
#include "models/files/node.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reentry::files {

// The tree of one file; nothing when the text is not TOML or exceeds the limits, which is then
// reported once, at its line. `file` is how diagnostics name it; `index` is written into each
// Place.
std::optional<Node> parse_toml(std::string_view text, const std::string& file, std::uint32_t index,
                               const TextLimits& limits, Diagnostics& diagnostics);

// The value of a single TOML expression such as `5`, `["a", "b"]` or `{ uniform = ["1 h", "2 h"]
// }`; nothing when the text is none.
std::optional<Node> parse_toml_value(std::string_view text, Place place, const TextLimits& limits);

}  // namespace reentry::files
