// A provider's region goes dark while something runs, or is being restored, in it or out of it.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// 200 GB that halve; machines in the region take 200 MB/s of them as they are sent.
const std::string estate =
    small_world::rented_site() +
    small_world::file_tree("200 GB", "0 %/d", R"(stages = { start = "5 min" })") + R"(

[[strategy]]
id = "near"
connection = "internet"
recover_at = "cloud"
copy = [{ id = "nightly", to = "provider/hot", method = "full", every = "1 d" }]

[[strategy]]
id = "far"
connection = "internet"
copy = [
    { id = "nightly", to = "provider/hot", method = "full", every = "1 d" },
    { id = "abroad", to = "region/hot", from = "nightly", method = "full", every = "1 d", at = "01:00" },
]

[[incident]]
id = "dark"
kind = "provider-outage"
rate = "1 /y"
outage = "10 h"
)";

std::string then_dark(const std::string& first, const std::string& after) {
    return estate + "\n[[incident]]\n" + first + "rate = \"1 /y\"\nsite = \"here\"\n" +
           "followed_by = \"dark\"\nafter = \"" + after + "\"\n";
}

const std::string site =
    "id = \"site\"\nkind = \"lost-site\"\ndecision = \"1 h\"\nrepair = \"2 d\"\n";
const std::string array = "id = \"array\"\nkind = \"failed-array\"\n";

}  // namespace

TEST_CASE("a restore inside a region stands still while the region is dark") {
    const SmallWorld world(then_dark(site, "74 min"));
    // 240 of 500 s are done when it goes dark at 1:14; the other 260 s follow at 11:14. Two days
    // after the decision 100 GB go home at 50 MB/s.
    CHECK(world.tell(world.strike("site", days{9} + 12h)) ==
          "files: back after 11:23:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  1:00:00  decide\n"
          "  1:00:00  1:10:00  wait for a target\n"
          "  1:10:00  11:18:20 transfer\n"
          "  11:18:20 11:23:20 start\n"
          "  49:00:00 49:33:20 copy home\n"
          "  49:33:20 51:33:20 go home\n");
}

TEST_CASE("nothing starts in a region that has gone dark") {
    // The data are there at 1:18:20; it goes dark at 1:17, with 80 s to go.
    const SmallWorld world(then_dark(site, "77 min"));
    CHECK(world.strike("site", days{9} + 12h).outcome.recovery_time == 11h + 17min + 80s + 5min);
}

TEST_CASE("what starts in a region serves only when it can be reached") {
    // Started from 1:18:20 to 1:23:20, dark from 1:20.
    const SmallWorld world(then_dark(site, "80 min"));
    CHECK(world.strike("site", days{9} + 12h).outcome.recovery_time == 11h + 20min);
}

TEST_CASE("what came back in a region is down again while the region is dark") {
    auto text = then_dark(site, "2 h");
    const auto big = R"(
[[workload]]
id = "big"
kind = "file-tree"
site = "here"
size = "2 TB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
stages = { start = "5 min" }
)";
    const SmallWorld world(text + big);
    // Both halve the 400 MB/s: the files' 200 GB take 1,000 s. Then the big one has them alone, and
    // 1 TB when it goes dark at 2:00; the other 1 TB takes 2,500 s from 12:00 on.
    // Home they share 50 MB/s: 100 GB take 4,000 s, all 1.1 TB 22,000 s; then 2 h.
    CHECK(world.tell(world.strike("site", days{9} + 12h)) ==
          "files: back after 12:00:00, from nightly, 12:00:00 lost\n"
          "  0:00:00  1:00:00  decide\n"
          "  1:00:00  1:10:00  wait for a target\n"
          "  1:10:00  1:26:40  transfer\n"
          "  1:26:40  1:31:40  start\n"
          "  2:00:00  12:00:00 wait for the end of the outage\n"
          "  49:00:00 50:06:40 copy home\n"
          "  50:06:40 52:06:40 go home\n"
          "big: back after 12:46:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  1:00:00  decide\n"
          "  1:00:00  1:10:00  wait for a target\n"
          "  1:10:00  12:41:40 transfer\n"
          "  12:41:40 12:46:40 start\n"
          "  49:00:00 55:06:40 copy home\n"
          "  55:06:40 57:06:40 go home\n");
}

TEST_CASE("who reads out of a region that goes dark turns to another copy in reach") {
    const SmallWorld world(then_dark(array, "10 min"), 1);
    // 100 GB at 50 MB/s take 2,000 s; of the first 600 s nothing is of use.
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 0:48:20, from abroad, 12:00:00 lost\n"
          "  0:00:00  0:10:00  in vain\n"
          "  0:10:00  0:43:20  transfer\n"
          "  0:43:20  0:48:20  start\n");
}
