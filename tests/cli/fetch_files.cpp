// Downloads of single files, from a server on the loopback interface.
#include "cli/fetch.hpp"
#include "tests/cli/loopback.hpp"
#include "tests/cli/scratch_folder.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace reentry::cli;
using namespace std::chrono_literals;
using loopback::Answer;
using loopback::Request;
using loopback::Server;

namespace {

// Short, so that tests are.
FetchLimits hasty() {
    return {.connect = 2'000ms, .stall = 1'000ms, .tries = 3, .pause = 5ms, .longest_pause = 50ms};
}

FetchOutcome get(const Server& server, const std::filesystem::path& path,
                 const std::stop_token& stop = {}) {
    setenv("no_proxy", "127.0.0.1", 1);  // NOLINT: no other thread reads it now
    return fetch({server.base() + "/list.json", path, {}}, hasty(), stop, {});
}

// A file that serves ranges, as the hosts of price lists do.
Answer ranged(const Request& request, const std::string& body, const std::string& tag) {
    const std::string range = request.header("Range");
    const bool same = request.header("If-Range") == tag;
    const std::string headers = "ETag: " + tag + "\r\n";
    if (range.empty() || !same) return {.headers = headers, .body = body};
    const auto from = std::stoul(range.substr(range.find('=') + 1));
    return {.status = "206 Partial Content",
            .headers = headers + "Content-Range: bytes " + std::to_string(from) + "-" +
                       std::to_string(body.size() - 1) + "/" + std::to_string(body.size()) + "\r\n",
            .body = body.substr(from)};
}

}  // namespace

TEST_CASE("a file is there whole, and nothing beside it") {
    const Server server([](const Request&) { return Answer{.body = "{\"a\":1}"}; });
    const ScratchFolder folder;
    const auto got = get(server, folder.path / "sub" / "list.json");
    CHECK(got.done);
    CHECK(got.bytes == 7);
    CHECK(folder.text("sub/list.json") == "{\"a\":1}");
    CHECK(folder.names("sub") == std::vector<std::string>{"list.json"});
}

TEST_CASE("an answer of 503 is tried again") {
    std::atomic<int> asked = 0;
    const Server server([&](const Request&) {
        return ++asked < 3 ? Answer{.status = "503 Busy", .body = "later"} : Answer{.body = "x"};
    });
    const ScratchFolder folder;
    const auto got = get(server, folder.path / "list.json");
    CHECK(got.done);
    CHECK(got.tries == 3);
    CHECK(folder.text("list.json") == "x");
}

TEST_CASE("tries end, and what is wrong is said; the text of an error is no file") {
    const Server server([](const Request&) { return Answer{.status = "500 X", .body = "oops"}; });
    const ScratchFolder folder;
    const auto got = get(server, folder.path / "list.json");
    CHECK_FALSE(got.done);
    CHECK(got.tries == 3);
    CHECK(got.problem == "the server answered HTTP 500");
    CHECK(folder.names(".").empty());
}

TEST_CASE("what is not there is not asked for twice") {
    const Server server([](const Request&) { return Answer{.status = "404 X", .body = "no"}; });
    const ScratchFolder folder;
    const auto got = get(server, folder.path / "list.json");
    CHECK(got.problem == "the server answered HTTP 404");
    CHECK(server.requests().size() == 1);
}

TEST_CASE("a connection that breaks is resumed where it broke") {
    const std::string body(100'000, 'z');
    std::atomic<int> asked = 0;
    const Server server([&](const Request& request) {
        auto answer = ranged(request, body, "\"v1\"");
        if (++asked == 1) answer.cut = 40'000;
        return answer;
    });
    const ScratchFolder folder;
    const auto got = get(server, folder.path / "list.json");
    CHECK(got.done);
    CHECK(folder.text("list.json") == body);
    REQUIRE(server.requests().size() == 2);
    CHECK(server.requests()[1].header("Range") == "bytes=40000-");
    CHECK(folder.names(".") == std::vector<std::string>{"list.json"});
}

TEST_CASE("a part of an older version is thrown away") {
    const Server server(
        [](const Request& request) { return ranged(request, "new text", "\"v2\""); });
    const ScratchFolder folder;
    folder.write("list.json.part", "old ");
    folder.write("list.json.part.etag", "\"v1\"\n");
    const auto got = get(server, folder.path / "list.json");
    CHECK(got.done);
    CHECK(server.requests()[0].header("Range") == "bytes=4-");
    CHECK(folder.text("list.json") == "new text");
}

TEST_CASE("a part whose version is not known is not resumed") {
    const Server server([](const Request& request) { return ranged(request, "text", "\"v\""); });
    const ScratchFolder folder;
    folder.write("list.json.part", "te");
    CHECK(get(server, folder.path / "list.json").done);
    CHECK(server.requests()[0].header("Range").empty());
    CHECK(folder.text("list.json") == "text");
}

TEST_CASE("a server that sends another range than asked for spoils nothing") {
    const Server server([](const Request& request) {
        if (request.header("Range").empty()) return Answer{.body = "whole"};
        return Answer{.status = "206 Partial Content",
                      .headers = "Content-Range: bytes 0-1/5\r\n",
                      .body = "wh"};
    });
    const ScratchFolder folder;
    folder.write("list.json.part", "who");
    folder.write("list.json.part.etag", "\"v\"\n");
    CHECK(get(server, folder.path / "list.json").done);
    CHECK(folder.text("list.json") == "whole");
}

TEST_CASE("silence ends in a time-out") {
    const Server server([](const Request&) { return Answer{.body = "x", .silence = 20'000ms}; });
    const ScratchFolder folder;
    auto limits = hasty();
    limits.tries = 1;
    const auto got = fetch({server.base() + "/", folder.path / "x", {}}, limits, {}, {});
    CHECK_FALSE(got.done);
    CHECK(got.problem.find("imeout") != std::string::npos);
}

TEST_CASE("a request to stop is heeded") {
    const Server server([](const Request&) { return Answer{.body = "x"}; });
    const ScratchFolder folder;
    std::stop_source stop;
    stop.request_stop();
    const auto got = get(server, folder.path / "list.json", stop.get_token());
    CHECK(got.stopped);
    CHECK_FALSE(std::filesystem::exists(folder.path / "list.json"));
}

TEST_CASE("other protocols than HTTP are refused") {
    const ScratchFolder folder;
    const auto got = fetch({"file:///etc/hostname", folder.path / "x", {}}, hasty(), {}, {});
    CHECK_FALSE(got.done);
    CHECK(got.tries == 1);
}
