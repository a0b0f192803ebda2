// docs/scenario-reference.md is generated from the field lists; REENTRY_UPDATE_GOLDEN=1 writes it
// anew.
#include "models/scenario/scenario_file.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace reentry;

namespace {

const std::string path = in_root("docs/scenario-reference.md");

std::string contents() {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("the scenario reference is that of the field lists") {
    if (std::getenv("REENTRY_UPDATE_GOLDEN") != nullptr)
        std::ofstream(path, std::ios::binary) << scenario_reference();
    const bool same = contents() == scenario_reference();
    CHECK_MESSAGE(same, "run the tests with REENTRY_UPDATE_GOLDEN=1 and look at the difference");
}

TEST_CASE("the meaning of every key ends as a sentence") {
    std::istringstream lines(scenario_reference());
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("| `", 0) != 0) continue;
        CAPTURE(line);
        CHECK(line.substr(line.size() - 3) == ". |");
    }
}
