// Archives: batches, accounts, and readable copies that expire before they are downloaded.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

std::string archived(const std::string& size, const std::string& copy) {
    return small_world::file_tree(size, "0 %/d") + small_world::failed_array() + R"(
[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "archive"
to = "provider/archive"
method = "full"
)" + copy;
}

}  // namespace

TEST_CASE("a download that outlasts the readable copies thaws what is left once more") {
    // 40 TB are 625,000 objects: 6,250 s of requests and 4 h. Within 7 days 30.24 TB come at 50
    // MB/s. The other 9.76 TB, 152,500 objects: 1,525 s and 4 h, then 195,200 s.
    const SmallWorld world(archived("80 TB", "every = \"28 d\"\nkeep = { days = 28 }\n"));
    CHECK(world.tell(world.strike("array", days{15})) ==
          "files: back after 232:22:55, from archive, 360:00:00 lost\n"
          "  0:00:00  5:44:10  thaw\n"
          "  5:44:10  173:44:10 transfer\n"
          "  173:44:10 178:09:35 thaw\n"
          "  178:09:35 232:22:55 transfer\n");
    // Both thaws are paid for.
    std::int64_t requests = 0;
    const auto usage = world.strike("array", days{15}).usage;
    for (const auto& entry : usage.counted())
        if (entry.meter == Meter::restore_request) requests += entry.quantity;
    CHECK(requests == 625'000 + 152'500);
}

TEST_CASE("a paced thaw asks for the next batch when the download of the one before begins") {
    // 100 GB at 50 MB/s in batches of 1,000 s: two of 50 GB, 782 objects each, 7.82 s of requests.
    const SmallWorld world(
        archived("200 GB", "every = \"1 d\"\nthaw_pace = \"paced\"\nthaw_ahead = \"1000 s\"\n"));
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 8:16:55, from archive, 12:00:00 lost\n"
          "  0:00:00  4:00:07  thaw\n"
          "  4:00:07  4:16:47  transfer\n"
          "  4:00:07  8:00:15  thaw\n"
          "  8:00:15  8:16:55  transfer\n");
}

TEST_CASE("each account has restore requests of its own") {
    // 1,563 objects at 100 a second, and at 400 a second with four accounts.
    const auto took = [](const std::string& accounts) {
        const SmallWorld world(archived("200 GB", "every = \"1 d\"\n" + accounts));
        return sim::to_seconds(world.strike("array", days{9} + 12h).outcome.recovery_time);
    };
    CHECK(took("") - took("accounts = 4\n") == doctest::Approx(15.63 - 3.9075).epsilon(1e-6));
}
