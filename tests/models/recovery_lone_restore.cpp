// What a restore would take alone decides which copy is the fastest; a price decides only when
// asked.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// Files that halve, in two copies of every seventh midnight; their array fails on day 9 at 12:00.
std::string estate(const std::string& size, const std::string& prefer, const std::string& one,
                   const std::string& other) {
    return small_world::file_tree(size, "0 %/d") + small_world::failed_array() + R"(
[[strategy]]
id = "s"
connection = "internet"
prefer = ")" +
           prefer + "\"\n\n[[strategy.copy]]\nid = \"one\"\nmethod = \"full\"\nevery = \"7 d\"\n" +
           one + "\n[[strategy.copy]]\nid = \"other\"\nmethod = \"full\"\nevery = \"7 d\"\n" +
           other;
}

std::string told(const SmallWorld& world) {
    return world.tell(world.strike("array", days{9} + 12h));
}

}  // namespace

TEST_CASE("the fastest copy is not the one that waits for a quota") {
    // 400 GB at 50 MB/s take 8,000 s; in the cool class half a request a second gives 32 MB/s, so
    // 12,500 s. At 10 GB an hour a thaw takes 40 h and 1 h.
    const auto with = [](const std::string& thaw) {
        return told(
            SmallWorld(estate("800 GB", "fastest", "to = \"provider/deep-archive\"\n" + thaw,
                              "to = \"provider/cool\"\n")));
    };
    const std::string cool =
        "files: back after 3:28:20, from other, 60:00:00 lost\n"
        "  0:00:00  3:28:20  transfer\n";
    CHECK(with("thaw = \"high-priority\"\n") == cool);
    // 6,250 requests in 10 s each: 62,500 s.
    CHECK(with("thaw = \"expedited\"\n") == cool);
    // With a thousand accounts: 144 s, 1 h, 8,000 s.
    CHECK(with("thaw = \"high-priority\"\naccounts = 1000\n") ==
          "files: back after 3:15:44, from one, 60:00:00 lost\n"
          "  0:00:00  1:02:24  thaw\n"
          "  1:02:24  3:15:44  transfer\n");
}

TEST_CASE("the fastest copy is not the one that is thawed batch by batch") {
    // 400 GB in 8 streams of 1 MB/s: 50,000 s. Thawed at once 4 h and 8,000 s. In batches of 1,000
    // s, 8 of them, each but the last download hides behind the next 4 h: 32 h and 1,000 s.
    const auto with = [](const std::string& pace) {
        return told(
            SmallWorld(estate("800 GB", "fastest", "to = \"provider/deep-archive\"\n" + pace,
                              "to = \"provider/hot\"\nintegration = \"trickling\"\n")));
    };
    CHECK(with("") ==
          "files: back after 6:13:20, from one, 60:00:00 lost\n"
          "  0:00:00  4:00:00  thaw\n"
          "  4:00:00  6:13:20  transfer\n");
    CHECK(with("thaw_pace = \"paced\"\nthaw_ahead = \"1000 s\"\n") ==
          "files: back after 13:53:20, from other, 60:00:00 lost\n"
          "  0:00:00  13:53:20 transfer\n");
}

TEST_CASE("the cheapest copy costs least to read, and the quicker one where both cost the same") {
    // 100 GB: 1,000 s from the disk, 2,000 s over the line.
    SmallWorld world(estate("200 GB", "cheapest", "to = \"disk\"\n", "to = \"provider/hot\"\n"));
    const std::string from_disk =
        "files: back after 0:16:40, from one, 60:00:00 lost\n"
        "  0:00:00  0:16:40  transfer\n";
    const std::string from_cloud =
        "files: back after 0:33:20, from other, 60:00:00 lost\n"
        "  0:00:00  0:33:20  transfer\n";
    world.what.read_price = {2e-11, 1e-11};
    CHECK(told(world) == from_cloud);
    world.what.read_price = {1e-11, 2e-11};
    CHECK(told(world) == from_disk);
    world.what.read_price = {1e-11, 1e-11};
    CHECK(told(world) == from_disk);
}
