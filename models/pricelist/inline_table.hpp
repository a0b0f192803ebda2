// TOML values as text, and the extent of an inline table in a text.
#pragma once

#include "models/files/node.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace reentry::pricelist {

// The value on one line, as it may stand after an equal sign.
std::string inline_text(const files::Node& node);

// Where the bracket that the text has at `begin` is closed: the offset behind it. Nothing when
// there is no "{" at `begin` or when it is never closed. Strings and comments are skipped.
std::optional<std::size_t> end_of_table(std::string_view text, std::size_t begin);

// The offset of a line and column, both from 1; columns count code points.
std::optional<std::size_t> offset_of(std::string_view text, const files::Place& place);

}  // namespace reentry::pricelist
