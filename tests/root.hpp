#pragma once
#include <string>

namespace reentry {

/// The absolute path of a file or folder that is given from the project's root ("data/providers").
std::string in_root(const std::string& path);

}  // namespace reentry
