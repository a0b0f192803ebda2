// `reentry catalogue import` as a user runs it: comparison, new catalogue, and what stops it.
#include "cli/program.hpp"
#include "tests/cli/scratch_folder.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace reentry::cli;

namespace {

struct Ran {
    ExitCode code{};
    std::string out, err;
};

Ran run(const std::vector<std::string>& arguments) {
    std::istringstream in;
    std::ostringstream out, err;
    const Outside outside{
        .in = in,
        .out = out,
        .err = err,
        .environment = [](const char*) { return std::nullopt; },
        .today = [] { return std::chrono::year{2026} / 11 / 21; },
        .stopwatch = [] { return std::chrono::steady_clock::time_point{}; },
        .stop = {},
        .data = reentry::in_root("data"),
        .templates = reentry::in_root("report-templates"),
    };
    const auto code = run_program(arguments, outside);
    return {code, out.str(), err.str()};
}

std::string list(const std::string& name) {
    return reentry::in_root("tests/fixtures/pricelists/") + name;
}

bool contains(const std::string& text, const char* part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("an import shows what changed and writes nothing unless asked to") {
    const ScratchFolder folder;
    const auto ran = run({"catalogue", "import", "aws", list("aws-s3.json"), "--format", "csv",
                          "--out", folder.path.string()});
    CHECK(ran.code == ExitCode::success);
    CHECK(contains(ran.out, "tier.hot.price.put,changed,0.0054,0.006"));
    CHECK(contains(ran.out, "tier.cool.price.put,refused"));
    CHECK(folder.names(".").empty());
}

TEST_CASE("a dated catalogue is written once and never over another file") {
    const ScratchFolder folder;
    const std::vector<std::string> arguments{"catalogue",         "import",  "aws",
                                             list("aws-s3.json"), "--write", "--out",
                                             folder.path.string()};
    CHECK(run(arguments).code == ExitCode::success);
    REQUIRE(folder.names(".") == std::vector<std::string>{"aws-eu-central-1-2026-11-20.toml"});
    folder.write("aws-eu-central-1-2026-11-20.toml", "mine");
    const auto again = run(arguments);
    CHECK(again.code == ExitCode::failure);
    CHECK(contains(again.err, "was not changed"));
    CHECK(folder.text("aws-eu-central-1-2026-11-20.toml") == "mine");
    CHECK(folder.names(".").size() == 1);
}

TEST_CASE("pages that may be missing stop the writing, not the comparison") {
    const ScratchFolder folder;
    const auto ran = run({"catalogue", "import", "azure", list("azure-page-1.json"), "--write",
                          "--out", folder.path.string()});
    CHECK(ran.code == ExitCode::bad_input);
    CHECK(contains(ran.out, "tier.cool.price.retrieved-bytes"));
    CHECK(contains(ran.err, "may be incomplete"));
    CHECK(folder.names(".").empty());
}

TEST_CASE("a file that is no list is an error that names it") {
    const ScratchFolder folder;
    folder.write("cut.json", "{\"offerCode\":\"AmazonS3\",");
    const auto path = (folder.path / "cut.json").string();
    const auto ran = run({"catalogue", "import", "aws", path, "--write"});
    CHECK(ran.code == ExitCode::bad_input);
    CHECK(contains(ran.err, "cut.json"));
    CHECK(contains(ran.err, "expected a whole JSON file"));
}

TEST_CASE("an unknown catalogue is met with the nearest one") {
    const auto ran =
        run({"catalogue", "import", "aws", list("aws-s3.json"), "--catalogue", "aws-eu-central-2"});
    CHECK(ran.code == ExitCode::bad_input);
    CHECK(contains(ran.err, "aws-eu-central-1"));
}

TEST_CASE("the addresses of a download are listed without asking any of them") {
    const auto ran = run({"catalogue", "fetch", "aws", "--region", "eu-central-1", "--list",
                          "--base-url", "http://127.0.0.1:9/mirror/"});
    CHECK(ran.code == ExitCode::success);
    CHECK(ran.out.starts_with(
        "http://127.0.0.1:9/mirror/offers/v1.0/aws/AmazonS3/current/region_index.json\n"));
    CHECK(run({"catalogue", "fetch", "aws", "--region", "../x", "--list"}).code ==
          ExitCode::bad_input);
}
