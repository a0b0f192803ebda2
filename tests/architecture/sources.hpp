// The project's sources as text, for tests that read the code.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace architecture {

struct Source {
    std::string path;  // from the project root, with '/'
    std::string text;
};

// All .hpp and .cpp files below the given folders of the project, sorted by path; absent folders
// are left out.
std::vector<Source> sources_under(const std::vector<std::string>& folders);

// The text with comments and the contents of string and character literals blanked; same length,
// same lines.
std::string code_only(const std::string& text);

// 1-based line of a position.
int line_of(const std::string& text, std::size_t position);

// Position of the bracket that closes the one at `open`, or npos.
std::size_t closing(const std::string& code, std::size_t open);

}  // namespace architecture
