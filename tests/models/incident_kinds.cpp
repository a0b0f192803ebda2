// Every kind of incident that recovery_timelines.cpp does not tell of, followed by hand.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// Two workloads of which one needs the other across the line; each halves to 100 GB.
const std::string estate = R"(
[[workload]]
id = "names"
kind = "identity"
site = "there"
size = "200 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[workload]]
id = "files"
kind = "file-tree"
site = "here"
count = 10
size = "200 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
depends_on = ["names"]
outage_cost = "100 EUR/h"
stages = { prepare = "15 min", start = "5 min", verify = "10 min" }

[[service]]
id = "all"
workloads = ["files"]
rto = "1 d"
rpo = "1 d"
)";

std::string copies(const std::string& more) {
    return "\n[[strategy]]\nid = \"s\"\nconnection = \"internet\"\n" + more;
}

std::string copy(const std::string& id, const std::string& to, const std::string& at = "00:00") {
    return "[[strategy.copy]]\nid = \"" + id + "\"\nmethod = \"full\"\nevery = \"1 d\"\nat = \"" +
           at + "\"\nto = \"" + to + "\"\n";
}

std::string incident(const std::string& id, const std::string& kind, const std::string& more) {
    return "\n[[incident]]\nid = \"" + id + "\"\nkind = \"" + kind + "\"\nrate = \"1 /y\"\n" + more;
}

}  // namespace

TEST_CASE("of a failed system only the members that failed come back from the copy") {
    const SmallWorld world(estate + copies(copy("nightly", "disk")) +
                           incident("system", "failed-system",
                                    "site = \"here\"\nshare = 0.28\ndetection = \"10 min\"\n"));
    // 28 % of 10 members are 3: 30 GB of 100 at 100 MB/s take 300 s.
    CHECK(world.tell(world.strike("system", days{9} + 12h)) ==
          "files: back after 0:45:00, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  0:30:00  transfer\n"
          "  0:30:00  0:35:00  start\n"
          "  0:35:00  0:45:00  verify\n");
}

TEST_CASE("when the line is down, who needs the other side waits until it is up") {
    const SmallWorld world(estate + copies(copy("nightly", "disk")) +
                           incident("cut", "wan-outage", "links = [\"line\"]\noutage = \"3 h\"\n"));
    const auto result = world.strike("cut", days{9} + 12h);
    CHECK(world.tell(result) ==
          "files: back after 3:00:00, from no copy, 0:00:00 lost\n"
          "  0:00:00  3:00:00  wait for the end of the outage\n");
    CHECK(result.outcome.top_minimum == 3h);
    CHECK(result.outcome.data_loss == 0s);
}

TEST_CASE("a way round a line that is down keeps everything up") {
    const auto detour =
        "\n[[link]]\nid = \"detour\"\nfrom = \"here\"\nto = \"there\"\ncapacity = \"1 Gbit/s\"\n"
        "rtt = \"30 ms\"\n";
    const SmallWorld world(estate + detour + copies(copy("nightly", "disk")) +
                           incident("cut", "wan-outage", "links = [\"line\"]\noutage = \"3 h\"\n"));
    CHECK(world.strike("cut", days{9} + 12h).outcome.workloads.empty());
}

TEST_CASE("a provider's outage takes down what runs there and nothing else") {
    const auto text =
        estate + copies(copy("nightly", "provider/hot")) +
        incident("dark", "provider-outage", "outage = \"5 h\"\n") +
        incident("runs", "provider-outage", "outage = \"5 h\"\nworkloads = [\"names\"]\n");
    const SmallWorld world(text);
    CHECK(world.strike("dark", days{9} + 12h).outcome.workloads.empty());
    const auto result = world.strike("runs", days{9} + 12h);
    CHECK(world.tell(result) ==
          "names: back after 5:00:00, from no copy, 0:00:00 lost\n"
          "  0:00:00  5:00:00  wait for the end of the outage\n");
    CHECK(result.outcome.top_minimum == 5h);  // the files need the names
}

TEST_CASE("a restore waits for the region in which the only copy lies") {
    // The array fails with the region dark for 2 h from 10 min on: choosing at 0:25 finds nothing
    // in reach. From 2:10 on, 100 GB at 50 MB/s = 2,000 s and 0.01 s of round trip.
    const SmallWorld world(
        estate + copies(copy("nightly", "provider/hot")) +
        incident("dark", "provider-outage", "outage = \"2 h\"\n") +
        incident("array", "failed-array",
                 "site = \"here\"\ndetection = \"10 min\"\nfollowed_by = \"dark\"\n"
                 "after = \"10 min\"\n"));
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 2:58:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  2:10:00  wait for the end of the outage (a copy in reach)\n"
          "  2:10:00  2:43:20  transfer\n"
          "  2:43:20  2:48:20  start\n"
          "  2:48:20  2:58:20  verify\n");
}

TEST_CASE("a transfer under way stands still while the region is dark") {
    // Begun at 0:25, stopped at 0:35 with 600 of 2,000 s done, on again from 2:35 for 1,400 s.
    const SmallWorld world(
        estate + copies(copy("nightly", "provider/hot")) +
        incident("dark", "provider-outage", "outage = \"2 h\"\n") +
        incident("array", "failed-array",
                 "site = \"here\"\ndetection = \"10 min\"\nfollowed_by = \"dark\"\n"
                 "after = \"35 min\"\n"));
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 3:13:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  2:58:20  transfer\n"
          "  2:58:20  3:03:20  start\n"
          "  3:03:20  3:13:20  verify\n");
}
