// Compares a text with a file below tests/report/golden/. With REENTRY_UPDATE_GOLDEN=1 in the
// environment the file is written anew and the difference is printed as the place where it begins.
#pragma once

#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace reentry::report::test {

inline std::string read_whole(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void compare_with_golden(const std::string& name, const std::string& text) {
    const std::string path = in_root("tests/report/golden/") + name;
    const std::string expected = read_whole(path);
    const auto differ = std::mismatch(text.begin(), text.end(), expected.begin(), expected.end());
    const bool same = text == expected;
    const auto line = 1 + std::count(text.begin(), differ.first, '\n');
    INFO(name << " differs from line " << line << " on");
    if (!same && std::getenv("REENTRY_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        MESSAGE(name << " written anew; it differed from line " << line << " on");
        return;
    }
    CHECK(same);
}

}  // namespace reentry::report::test
