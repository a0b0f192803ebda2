// Every file of tests/broken is spoiled in one way; beside it stands what must be reported, to the
// letter. With REENTRY_UPDATE_GOLDEN=1 in the environment the expectations are rewritten and the
// differences printed.
#include "models/scenario/scenario_file.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace reentry;
namespace fs = std::filesystem;

namespace {

const fs::path folder = in_root("tests/broken");

std::vector<fs::path> broken_files() {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".toml") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string contents(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

// The report, with file names as seen from the folder.
std::string report_of(const fs::path& path) {
    Diagnostics diagnostics;
    read_scenario(path, {}, diagnostics);
    std::string report = to_string(diagnostics);
    const std::string prefix = folder.generic_string() + "/";
    for (auto at = report.find(prefix); at != std::string::npos; at = report.find(prefix))
        report.erase(at, prefix.size());
    return report;
}

void update(const fs::path& path, const std::string& before, const std::string& now) {
    if (before == now) return;
    fmt::print("{}\n- {}+ {}", path.filename().string(), before.empty() ? "\n" : before, now);
    std::ofstream(path, std::ios::binary) << now;
}

}  // namespace

TEST_CASE("the scenario that broken files spoil has no fault itself") {
    CHECK(report_of(folder / "valid.toml") == "");
}

TEST_CASE("every broken scenario gives exactly the expected report") {
    const auto paths = broken_files();
    CHECK(paths.size() > 40);
    for (const auto& path : paths) {
        if (path.filename() == "valid.toml") continue;
        CAPTURE(path.filename().string());
        const fs::path golden = fs::path(path).replace_extension(".expected");
        const std::string report = report_of(path);
        CHECK(report.find("error: ") != std::string::npos);
        if (std::getenv("REENTRY_UPDATE_GOLDEN") != nullptr)
            update(golden, contents(golden), report);
        CHECK(report == contents(golden));
    }
}
