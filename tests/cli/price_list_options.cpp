// The less usual options of `reentry catalogue import` and `fetch`.
#include "tests/cli/command_run.hpp"
#include "tests/cli/scratch_folder.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

namespace {

World shipped() {
    World world;
    world.data = reentry::in_root("data");
    return world;
}

const std::string lists = reentry::in_root("tests/fixtures/pricelists/");

}  // namespace

TEST_CASE(
    "pages that may be missing, and older lists, are written when told so, under the date told") {
    const ScratchFolder folder;
    const std::vector<std::string> import{"catalogue",
                                          "import",
                                          "azure",
                                          lists + "azure-page-1.json",
                                          "--write",
                                          "--out",
                                          folder.path.string(),
                                          "--date",
                                          "2026-11-05"};
    auto careless = import;
    careless.insert(careless.end(), {"--incomplete", "--older"});
    CHECK(reentry_run(import, shipped()).code == 1);
    CHECK(folder.names(".").empty());
    CHECK(reentry_run(careless, shipped()).code == 0);
    CHECK(folder.names(".").size() == 1);
}

TEST_CASE("the addresses of a past day and of a keyed service are listed without asking any") {
    const ScratchFolder folder;
    folder.write("key", "secret-of-the-key-file\n");
    const auto past = reentry_run(
        {"catalogue", "fetch", "aws", "--region", "eu-central-1", "--on", "2024-01-31", "--list"});
    CHECK(past.code == 0);
    CHECK(past.out.find("/offers/v1.0/aws/AmazonS3/index.json\n") != std::string::npos);
    const auto keyed = reentry_run({"catalogue", "fetch", "google", "--region", "europe-west3",
                                    "--key-file", (folder.path / "key").string(), "--list"});
    CHECK(keyed.code == 0);
    CHECK((keyed.out + keyed.err).find("secret") == std::string::npos);
}
