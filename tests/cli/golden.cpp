// Golden tests: each file in golden/ is a command as a person types it, and what comes of it:
//     $ reentry check tiny.toml
//     (standard output)
//     --- standard error
//     --- exit code 0
// REENTRY_UPDATE_GOLDEN=1 writes them anew and prints what changed. Amounts that matter are worked
// out by hand in bill.cpp and in the tests of the libraries.
#include "tests/cli/command_run.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

namespace fs = std::filesystem;

const fs::path folder = reentry::in_root("tests/cli/golden");

// The working directory, for as long as it lives.
struct WorkingIn {
    explicit WorkingIn(const fs::path& path) { fs::current_path(path); }
    ~WorkingIn() { fs::current_path(before); }
    fs::path before = fs::current_path();
};

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Words between blanks; double quotes keep blanks.
std::vector<std::string> words(const std::string& command) {
    std::vector<std::string> all;
    bool quoted = false, inside = false;
    for (const char c : command) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            inside = false;
        } else {
            if (!inside) all.emplace_back();
            inside = true;
            all.back() += c;
        }
    }
    return all;
}

std::string outcome_of(const std::string& command) {
    auto arguments = words(command);
    arguments.erase(arguments.begin(), arguments.begin() + 2);  // "$ reentry"
    const auto run = reentry_run(arguments);
    return command + "\n" + run.out + "--- standard error\n" + run.err + "--- exit code " +
           std::to_string(run.code) + "\n";
}

void print_change(const fs::path& path, const std::string& before, const std::string& after) {
    std::istringstream old_lines(before), new_lines(after);
    std::string from, to;
    while (std::getline(new_lines, to)) {
        if (!std::getline(old_lines, from)) from.clear();
        if (from != to) std::cout << path.filename().string() << ": " << to << '\n';
    }
}

}  // namespace

TEST_CASE("commands print what their golden files hold") {
    const WorkingIn here(folder);
    const bool update = std::getenv("REENTRY_UPDATE_GOLDEN") != nullptr;
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() > 30);
    for (const auto& path : paths) {
        CAPTURE(path.filename().string());
        const auto expected = text_of(path);
        const auto actual = outcome_of(expected.substr(0, expected.find('\n')));
        if (update && actual != expected) {
            print_change(path, expected, actual);
            std::ofstream(path, std::ios::binary) << actual;
        } else {
            CHECK(actual == expected);
        }
    }
}
