#include "report/atomic_file.hpp"
#include "report/comparison_report.hpp"
#include "report/write_report.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <unistd.h>

namespace reentry::report::test {
namespace {

namespace fs = std::filesystem;

// A folder of its own that goes away with the test.
struct Scratch {
    fs::path path = fs::temp_directory_path() / ("reentry-report-" + std::to_string(getpid()));
    Scratch() { fs::create_directories(path); }
    ~Scratch() { fs::remove_all(path); }
};

std::size_t files_in(const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        count += entry.is_regular_file();
    return count;
}

}  // namespace

TEST_CASE("A file that is not committed leaves what was there, and nothing else") {
    const Scratch scratch;
    const fs::path file = scratch.path / "result.json";
    write_file(file, "old");
    {
        AtomicFile half(file);
        half.stream() << "half of the n";
        half.stream().flush();
        CHECK(files_in(scratch.path) == 2);
    }
    CHECK(read_whole(file.string()) == "old");
    CHECK(files_in(scratch.path) == 1);
}

TEST_CASE("A committed file replaces the old one whole") {
    const Scratch scratch;
    const fs::path file = scratch.path / "deep" / "er" / "result.json";
    write_file(file, "a long text that was there before");
    write_file(file, "new");
    CHECK(read_whole(file.string()) == "new");
    CHECK(files_in(scratch.path) == 1);
}

TEST_CASE("A file that cannot be written is an error that names it") {
    const Scratch scratch;
    fs::create_directories(scratch.path / "taken" / "by a folder");
    CHECK_THROWS_AS(write_file(scratch.path / "taken", "x"), std::system_error);
    CHECK_THROWS_AS(write_file("/proc/nothing/here", "x"), std::system_error);
    CHECK(files_in(scratch.path) == 0);
}

TEST_CASE("A report folder holds the page, the texts, a CSV for each table and the pictures") {
    const Scratch scratch;
    const auto comparison = small_comparison();
    const Document report = comparison_report(comparison, {"0.1.0", {sample_trace()}});
    ReportTarget target{scratch.path, template_folder(), {}, "0.1.0", false};
    const std::size_t without = write_report(comparison, report, target).size();
    CHECK(files_in(scratch.path) == without);
    target.svg = [](const Figure& figure) { return "<svg id=\"" + figure.id + "\"></svg>"; };
    const auto written = write_report(comparison, report, target);
    CHECK(written.size() == without + figures(report).size());
    for (const auto& name : written) CHECK(fs::exists(scratch.path / name));
    CHECK(read_whole((scratch.path / "charts/gantt-1.svg").string()) ==
          "<svg id=\"gantt-1\"></svg>");
}

TEST_CASE("A run that fails halfway leaves the older files whole") {
    const Scratch scratch;
    const auto comparison = small_comparison();
    const Document report = comparison_report(comparison, {"0.1.0", {}});
    ReportTarget target{scratch.path, template_folder(), {}, "0.1.0", false};
    write_report(comparison, report, target);
    const std::string page = read_whole((scratch.path / "report.html").string());
    target.svg = [](const Figure&) -> std::string { throw std::runtime_error("interrupted"); };
    CHECK_THROWS(write_report(comparison, report, target));
    CHECK(read_whole((scratch.path / "report.html").string()) == page);
}

}  // namespace reentry::report::test
