// Refuses text that no person writes before the parser sees it: too long, too deep, too many
// values.
//
// Trees are built and freed recursively, so that unlimited depth (a key of a million dots, a
// million brackets) would exhaust the stack. The scan knows strings and comments of TOML, so that
// dots and brackets in them are free.
#pragma once

#include "models/diagnostic.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace reentry::files {

struct TextLimits {
    std::size_t bytes = 16u << 20;   // of one file
    std::size_t brackets = 32;       // nested [ and {
    std::size_t dots = 16;           // in one key
    std::size_t values = 1'000'000;  // in one file: commas, equal signs and table headers
    std::size_t files = 100;         // that one file may include, directly or not
};

// What is wrong, with line but without file; nothing when the text may be parsed.
std::optional<Diagnostic> exceeds(const TextLimits& limits, std::string_view text);

}  // namespace reentry::files
