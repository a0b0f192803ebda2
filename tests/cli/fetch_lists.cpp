// Whole price lists: indexes that name offers, pages that name the next.
#include "cli/fetch_list.hpp"
#include "tests/cli/loopback.hpp"
#include "tests/cli/scratch_folder.hpp"

#include <doctest/doctest.h>

using namespace reentry::cli;
using namespace std::chrono_literals;
using loopback::Answer;
using loopback::Request;
using loopback::Server;
using reentry::pricelist::Vendor;

namespace {

ListRequest request_to(const Server& server, Vendor vendor, const ScratchFolder& folder) {
    ListRequest request;
    request.vendor = vendor;
    request.region = "eu-central-1";
    request.base = server.base();
    request.folder = folder.path;
    request.limits = {
        .connect = 2'000ms, .stall = 1'000ms, .tries = 2, .pause = 5ms, .longest_pause = 20ms};
    return request;
}

ListOutcome run(const ListRequest& request) {
    setenv("no_proxy", "127.0.0.1", 1);  // NOLINT: no other thread reads it now
    return fetch_list(request, {}, [](const std::string&) {}, {});
}

bool contains(const std::string& text, const char* part) { return text.find(part) != text.npos; }

}  // namespace

TEST_CASE("AWS: the region's index of each offer names the file that is fetched") {
    const Server server([](const Request& request) {
        if (contains(request.target, "awskms")) return Answer{.status = "404 X", .body = "none"};
        if (contains(request.target, "region_index"))
            return Answer{.body = R"({"regions":{"eu-central-1":{"currentVersionUrl":
                "/offers/v1.0/aws/any/20261120/eu-central-1/index.json"}}})"};
        return Answer{.body = "{}"};
    });
    const ScratchFolder folder;
    const auto got = run(request_to(server, Vendor::aws, folder));
    CHECK(got.files.size() == 7);
    CHECK(got.files[0].filename() == "AmazonS3.json");
    REQUIRE(got.problems.size() == 1);
    CHECK(contains(got.problems[0], "awskms"));
    CHECK(server.requests()[1].target == "/offers/v1.0/aws/any/20261120/eu-central-1/index.json");
}

TEST_CASE("AWS: an index that leads elsewhere is not followed") {
    const Server server([](const Request&) {
        return Answer{.body = R"({"regions":{"eu-central-1":{"currentVersionUrl":
            "https://example.org/index.json"}}})"};
    });
    const ScratchFolder folder;
    const auto got = run(request_to(server, Vendor::aws, folder));
    CHECK(got.files.empty());
    CHECK(got.problems.size() == 8);
}

TEST_CASE("AWS: an older day takes the list that was in force") {
    const Server server([](const Request& request) {
        if (contains(request.target, "/20240101/")) return Answer{.body = "{}"};
        return Answer{.body = R"({"versions":{"1":{"versionEffectiveBeginDate":
            "2024-01-01T00:00:00Z","versionEffectiveEndDate":"",
            "offerVersionUrl":"/offers/v1.0/aws/x/20240101/index.json"}}})"};
    });
    const ScratchFolder folder;
    auto request = request_to(server, Vendor::aws, folder);
    request.on = std::chrono::year{2024} / 6 / 1;
    CHECK(run(request).files.size() == 8);
    request.on = std::chrono::year{2023} / 6 / 1;
    CHECK(run(request).files.empty());
}

TEST_CASE("Azure: pages are followed on the host that was asked, to the last one") {
    const Server server([](const Request& request) {
        const bool second = contains(request.target, "skip=100");
        const std::string next =
            second ? "null" : "\"https://prices.azure.com:443/api/retail/prices?x&$skip=100\"";
        return Answer{.body = R"({"Items":[],"NextPageLink":)" + next + "}"};
    });
    const ScratchFolder folder;
    const auto got = run(request_to(server, Vendor::azure, folder));
    CHECK(got.problems.empty());
    CHECK(got.files.size() == 6);  // two pages of three services
    CHECK(folder.names(".").front() == "azure-Bandwidth-eu-central-1-001.json");
    CHECK(contains(server.requests()[0].target, "serviceName%20eq%20%27Storage%27"));
}

TEST_CASE("Azure: a circle of links ends") {
    const Server server([](const Request&) {
        return Answer{.body = R"({"Items":[],"NextPageLink":"https://prices.azure.com/again"})"};
    });
    const ScratchFolder folder;
    const auto got = run(request_to(server, Vendor::azure, folder));
    REQUIRE(got.problems.size() == 3);
    CHECK(contains(got.problems[0], "circle"));
}

TEST_CASE("Google: tokens lead from page to page, the key goes as a header and not in addresses") {
    const Server server([](const Request& request) {
        const bool second = contains(request.target, "pageToken=a%2Fb");
        return Answer{.body = second ? R"({"skus":[],"nextPageToken":""})"
                                     : R"({"skus":[],"nextPageToken":"a/b"})"};
    });
    const ScratchFolder folder;
    auto request = request_to(server, Vendor::google, folder);
    request.key = "secret";
    const auto got = run(request);
    CHECK(got.files.size() == 2);
    for (const auto& asked : server.requests()) {
        CHECK(asked.header("X-Goog-Api-Key") == "secret");
        CHECK_FALSE(contains(asked.target, "secret"));
    }
    for (const auto& file : first_addresses(request)) CHECK_FALSE(contains(file.url, "secret"));
}
