// docs/validation.md tells of every comparison, and of none that is not made.
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>
#include <string>

namespace {

const std::filesystem::path root = reentry::in_root("");

std::string content(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The first four words of a test's name.
std::string head(const std::string& name) {
    std::istringstream words(name);
    std::string text, word;
    for (int i = 0; i < 4 && words >> word; ++i) text += (i == 0 ? "" : " ") + word;
    return text;
}

}  // namespace

TEST_CASE("every file that docs/validation.md names is there") {
    const auto text = content(root / "docs/validation.md");
    const std::regex path("`((tests|scenarios)/[^`]*)`");
    std::size_t found = 0;
    for (std::sregex_iterator it(text.begin(), text.end(), path), end; it != end; ++it, ++found)
        CHECK_MESSAGE(std::filesystem::exists(root / (*it)[1].str()), (*it)[1].str());
    CHECK(found > 10);
}

TEST_CASE("every validation test stands in docs/validation.md") {
    const auto text = content(root / "docs/validation.md");
    const std::regex name("TEST_CASE\\(\"validation: ([^\"]*)\"");
    std::size_t found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(root / "tests/study/validation")) {
        const auto source = content(entry.path());
        for (std::sregex_iterator it(source.begin(), source.end(), name), end; it != end; ++it) {
            ++found;
            const auto wanted = head((*it)[1].str());
            CHECK_MESSAGE(text.find(wanted) != std::string::npos, wanted);
        }
    }
    CHECK(found > 8);
}

TEST_CASE("every counterexample stands in docs/model.md") {
    const auto text = content(root / "docs/model.md");
    for (const auto& entry :
         std::filesystem::directory_iterator(root / "scenarios/counterexamples"))
        CHECK_MESSAGE(text.find(entry.path().filename().string()) != std::string::npos,
                      entry.path().filename().string());
}
