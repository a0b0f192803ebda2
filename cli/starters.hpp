// The scenarios that `reentry new` writes: cli/templates/*.toml, built into the program.
#pragma once

#include <string_view>

namespace reentry::cli {

std::string_view small_starter();
std::string_view full_starter();

}  // namespace reentry::cli
