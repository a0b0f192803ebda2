// The samples of docs/kernel.md are the files tests/sim/example_*.cpp, and print what it says.
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

std::string example_mm1();
std::string example_recovery();

namespace {

const std::filesystem::path root{reentry::in_root("")};

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path);
    REQUIRE_MESSAGE(file, "cannot read ", path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

// The fenced blocks of one language, in order.
std::vector<std::string> fenced(const std::string& text, const std::string& language) {
    std::vector<std::string> blocks;
    const std::string begin = "\n```" + language + "\n";
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        at += begin.size();
        blocks.push_back(text.substr(at, text.find("\n```", at) + 1 - at));
    }
    return blocks;
}

TEST_CASE("The samples of docs/kernel.md are the example files") {
    const auto samples = fenced(content(root / "docs/kernel.md"), "cpp");
    REQUIRE(samples.size() == 2);
    CHECK(samples[0] == content(root / "tests/sim/example_mm1.cpp"));
    CHECK(samples[1] == content(root / "tests/sim/example_recovery.cpp"));
}

TEST_CASE("The samples of docs/kernel.md print what it says") {
    const auto outputs = fenced(content(root / "docs/kernel.md"), "text");
    REQUIRE(outputs.size() == 2);
    CHECK(outputs[0] == example_mm1());
    CHECK(outputs[1] == example_recovery());
}

}  // namespace
