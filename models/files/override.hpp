// Values set from outside by their address, before a document is read: sweeps, --set, the
// dashboard's what-if panel.
//
// "link.wan.capacity" = "20 Gbit/s": elements of lists are addressed by id, or by position as in
// "window[0].factor". The text is taken as a TOML value when it is one (5, true, ["a", "b"], {
// uniform = ["1 h", "2 h"] }, "text"), else as a string, so that 20 Gbit/s needs no quotes. Faults
// in the value itself are reported when the struct is read, and name the override in place of a
// file.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/node.hpp"

#include <map>
#include <string>

namespace reentry::files {

using Overrides = std::map<std::string, std::string>;  // address -> value

// Sets one value. An address that leads to no element is reported, with the nearest id; the
// document then stays.
bool apply_override(Document& document, const std::string& address, const std::string& value,
                    Diagnostics& diagnostics);

// Sets all, in the order of their addresses; true when none was reported.
bool apply_overrides(Document& document, const Overrides& overrides, Diagnostics& diagnostics);

}  // namespace reentry::files
