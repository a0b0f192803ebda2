// A second incident strikes while the first is being recovered from.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// 200 GB that halve, on the disk each midnight and in the locked hot class each noon.
const std::string estate = R"(
[[workload]]
id = "files"
kind = "file-tree"
site = "here"
array = "one"
size = "200 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
stages = { prepare = "15 min", start = "5 min", verify = "10 min", scan = "200 MB/s" }

[[workload]]
id = "books"
kind = "file-tree"
site = "here"
array = "two"
size = "20 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
depends_on = ["files"]
stages = { prepare = "15 min", start = "5 min", verify = "10 min", scan = "200 MB/s" }

[[service]]
id = "all"
workloads = ["files", "books"]
rto = "1 d"
rpo = "1 d"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "disk"
to = "disk"
method = "full"
every = "1 d"

[[strategy.copy]]
id = "cloud"
to = "provider/hot"
method = "full"
every = "1 d"
at = "12:00"
locked = true

[[incident]]
id = "ransom"
kind = "ransomware"
rate = "1 /y"
site = "here"
workloads = ["books"]
dwell = "30 h"
detection = "20 min"
target = "1 h"
)";

std::string fails(const std::string& after, const std::string& by) {
    return "\n[[incident]]\nid = \"array\"\nkind = \"failed-array\"\nrate = \"1 /y\"\n"
           "site = \"here\"\nworkloads = [\"files\"]\ndetection = \"10 min\"\nfollowed_by = \"" +
           by + "\"\nafter = \"" + after + "\"\n";
}

}  // namespace

TEST_CASE("a restore whose copy is lost under it starts again from another") {
    const SmallWorld world(estate + fails("30 min", "ransom"));
    // Struck on day 9 at 6:00. The disk holds midnight and is read from 0:25 on; at 0:30 the disk
    // dies, what was read is of no use, and what was written since day 8 at 0:30 is infected. The
    // noon of day 7 in the locked class is the newest that is clean: 100 GB at 50 MB/s. From 0:30
    // the files have it alone: 2,000 s. The books are noticed at 0:50, have a target at 1:50, and
    // are prepared at 2:05: they have it alone, too: 10 GB, 200 s. Scans: 200 GB at 200 MB/s =
    // 1,000 s, and 100 s.
    CHECK(world.tell(world.strike("array", days{9} + 6h)) ==
          "files: back after 1:35:00, from cloud, 42:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  0:30:00  in vain\n"
          "  0:30:00  1:03:20  transfer\n"
          "  1:03:20  1:20:00  scan\n"
          "  1:20:00  1:25:00  start\n"
          "  1:25:00  1:35:00  verify\n"
          "books: back after 2:25:00, from cloud, 42:30:00 lost\n"
          "  0:30:00  0:50:00  detect\n"
          "  0:50:00  1:50:00  wait for a target\n"
          "  1:50:00  2:05:00  prepare target\n"
          "  2:05:00  2:08:20  transfer\n"
          "  2:08:20  2:10:00  scan\n"
          "  2:10:00  2:15:00  start\n"
          "  2:15:00  2:25:00  verify\n");
}

TEST_CASE("when the copy of the rest is lost, all comes again out of an older point") {
    auto serving = estate;
    serving.replace(serving.find("size = \"200 GB\""), 15,
                    "size = \"200 GB\"\nminimum_share = 0.5");
    const SmallWorld world(serving + fails("50 min", "ransom"));
    // The files serve with 50 GB of midnight, which come off the disk in 500 s; from 0:48:20 the
    // rest follows. At 0:50 the disk dies, and midnight proves infected. The noon of day 7 in the
    // locked class is the newest that is clean; its second half does not fit the first of another
    // day: 100 GB at 50 MB/s, and 200 GB to be scanned at 200 MB/s. The books come at 2:25, alone.
    CHECK(world.tell(world.strike("array", days{9} + 6h)) ==
          "files: back after 1:40:00, from cloud, 42:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  0:33:20  transfer\n"
          "  0:33:20  0:38:20  start\n"
          "  0:38:20  0:48:20  verify\n"
          "  0:48:20  0:50:00  in vain\n"
          "  0:50:00  1:23:20  fetch the rest\n"
          "  1:23:20  1:40:00  scan\n"
          "books: back after 2:45:00, from cloud, 42:50:00 lost\n"
          "  0:50:00  1:10:00  detect\n"
          "  1:10:00  2:10:00  wait for a target\n"
          "  2:10:00  2:25:00  prepare target\n"
          "  2:25:00  2:28:20  transfer\n"
          "  2:28:20  2:30:00  scan\n"
          "  2:30:00  2:35:00  start\n"
          "  2:35:00  2:45:00  verify\n");
}

TEST_CASE("when the copy of the rest is lost, the rest comes out of a copy of the same point") {
    auto serving = estate;
    serving.replace(serving.find("size = \"200 GB\""), 15,
                    "size = \"200 GB\"\nminimum_share = 0.5");
    const auto noon = serving.find("at = \"12:00\"");
    serving.replace(noon, 12, "from = \"disk\"\nat = \"04:00\"");
    const SmallWorld world(serving + R"(
[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
workloads = ["books"]
recover_at = "there"
)" + fails("50 min", "site"));
    // The cloud copies midnight from the disk at 4:00. When the disk burns at 0:50 the other half
    // of midnight comes from there: 50 GB, beside the books, that are prepared until 1:05. 50 MB/s
    // alone for 900 s, 45 GB; then 5 GB at 25 MB/s, 200 s.
    const auto result = world.strike("array", days{9} + 6h);
    const auto& files = result.outcome.workloads.front();
    CHECK(files.data_loss == 6h);
    REQUIRE(files.spans.back().stage == reentry::Stage::rest);
    CHECK(std::chrono::round<std::chrono::seconds>(files.back - result.outcome.failure) ==
          1h + 8min + 20s);
}

TEST_CASE("a workload that is hit again while down begins anew, after what struck it last") {
    const auto again =
        "\n[[incident]]\nid = \"again\"\nkind = \"failed-array\"\nrate = \"1 /y\"\nsite = "
        "\"here\"\n"
        "workloads = [\"files\"]\ndetection = \"5 min\"\ndecision = \"30 min\"\n";
    const SmallWorld world(estate + again + fails("30 min", "again"));
    // Read from 0:25 on in vain, hit again at 0:30: 100 GB at 100 MB/s =
    // 1,000 s from 1:20 on.
    CHECK(world.tell(world.strike("array", days{9} + 6h)) ==
          "files: back after 1:51:40, from disk, 6:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  0:30:00  in vain\n"
          "  0:30:00  0:35:00  detect\n"
          "  0:35:00  1:05:00  decide\n"
          "  1:05:00  1:20:00  prepare target\n"
          "  1:20:00  1:36:40  transfer\n"
          "  1:36:40  1:41:40  start\n"
          "  1:41:40  1:51:40  verify\n");
}

TEST_CASE("a workload that served again is brought back again, and who depends on it is not back") {
    const SmallWorld world(
        estate +
        "\n[[incident]]\nid = \"again\"\nkind = \"deleted-data\"\nrate = \"1 /y\"\nsite = "
        "\"here\"\nshare = \"100 %\"\n"
        "workloads = [\"files\"]\n" +
        "\n[[incident]]\nid = \"site\"\nkind = \"lost-site\"\nrate = \"1 /y\"\nsite = \"here\"\n"
        "recover_at = \"there\"\nfollowed_by = \"again\"\nafter = \"70 min\"\n");
    // The disk burns; the cloud holds the noon of day 8: 110 GB at 50 MB/s, both side by side: the
    // books have 10 GB after 400 s, the files 100 GB after 2,200 s. Hit again at 1:10: alone, 2,000
    // s.
    const auto result = world.strike("site", days{9} + 6h);
    CHECK(world.tell(result) ==
          "files: back after 2:13:20, from cloud, 18:00:00 lost\n"
          "  0:00:00  0:15:00  prepare target\n"
          "  0:15:00  0:51:40  transfer\n"
          "  0:51:40  0:56:40  start\n"
          "  0:56:40  1:06:40  verify\n"
          "  1:10:00  1:25:00  prepare target\n"
          "  1:25:00  1:58:20  transfer\n"
          "  1:58:20  2:03:20  start\n"
          "  2:03:20  2:13:20  verify\n"
          "books: back after 1:21:40, from cloud, 18:00:00 lost\n"
          "  0:00:00  0:15:00  prepare target\n"
          "  0:15:00  0:21:40  transfer\n"
          "  0:21:40  1:06:40  wait for dependencies (files)\n"
          "  1:06:40  1:11:40  start\n"
          "  1:11:40  1:21:40  verify\n");
    // All of the service is back with the files, on which the books depend: 2:13:20 and a round
    // trip.
    CHECK(result.outcome.top_full == 2h + 13min + 20s + 10ms);
}

TEST_CASE("what breaks at home spares what has come back elsewhere") {
    const SmallWorld world(
        estate +
        "\n[[incident]]\nid = \"again\"\nkind = \"failed-array\"\nrate = \"1 /y\"\nsite = "
        "\"here\"\nworkloads = [\"files\"]\n"
        "\n[[incident]]\nid = \"site\"\nkind = \"lost-site\"\nrate = \"1 /y\"\nsite = \"here\"\n"
        "recover_at = \"there\"\nfollowed_by = \"again\"\nafter = \"70 min\"\n");
    // The files serve again at 1:06:40, as above; the books 15 min after them.
    CHECK(world.strike("site", days{9} + 6h).outcome.recovery_time == 1h + 21min + 40s + 10ms);
}

TEST_CASE("a second blow does not bring the replacement of the first sooner") {
    const SmallWorld world(
        estate +
        "\n[[incident]]\nid = \"deleted\"\nkind = \"deleted-data\"\nrate = \"1 /y\"\nsite = "
        "\"here\"\nworkloads = [\"files\"]\n"
        "\n[[incident]]\nid = \"site\"\nkind = \"lost-site\"\nrate = \"1 /y\"\nsite = \"here\"\n"
        "decision = \"1 h\"\ntarget = \"10 d\"\nfollowed_by = \"deleted\"\nafter = \"2 h\"\n");
    // The new site is there 10 d and 1 h after the fire, deletion or not; prepared 15 min later,
    // and 110 GB at 50 MB/s follow side by side: the files have 100 GB after 2,200 s, and need 15
    // min.
    CHECK(world.strike("site", days{9} + 6h).outcome.workloads[0].back -
              world.strike("site", days{9} + 6h).outcome.failure ==
          10 * 24h + 1h + 15min + 2'200s + 15min + 10ms);
}

TEST_CASE("what would strike after everything is back does not belong to the incident") {
    const SmallWorld world(estate + fails("1 h", "ransom"));
    // Without a second blow the files are back after 0:56:40.
    const auto result = world.strike("array", days{9} + 6h);
    CHECK(result.outcome.workloads.size() == 1);
    CHECK(result.outcome.recovery_time == 56min + 40s);
}

TEST_CASE("what the second blow deletes is deleted in the replica too, what the first hit is not") {
    const SmallWorld world(estate + R"(
[[store]]
id = "array-there"
kind = "array"
site = "there"
equipment = "none"

[[strategy]]
id = "replica"
copy = [{ id = "r", to = "array-there", method = "replication", every = "15 min" }]

[[incident]]
id = "deleted"
kind = "deleted-data"
rate = "1 /y"
site = "here"
workloads = ["books"]
)" + fails("5 min", "deleted"),
                           1);
    const auto result = world.strike("array", days{9} + 6h);
    const auto& fates = result.outcome.workloads;
    REQUIRE(fates.size() == 2);
    CHECK(fates[0].recovered);
    CHECK_FALSE(fates[1].restored);
}
