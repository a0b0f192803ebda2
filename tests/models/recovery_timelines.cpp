// One recovery of each make, told as a timeline and followed by hand.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// 200 GB that halve: 100 GB in every copy.
const std::string files =
    small_world::file_tree(
        "200 GB", "0 %/d",
        R"(stages = { prepare = "15 min", start = "5 min", verify = "10 min" })") +
    small_world::failed_array(R"(detection = "10 min"
decision = "20 min"
target = "1 h")") +
    R"(

[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
recover_at = "there"
detection = "10 min"
decision = "20 min"
target = "2 h"
)";

std::string nightly(const std::string& to, const std::string& more = "") {
    return "\n[[strategy]]\nid = \"s\"\nconnection = \"internet\"\n\n[[strategy.copy]]\n"
           "id = \"nightly\"\nmethod = \"full\"\nevery = \"1 d\"\nto = \"" +
           to + "\"\n" + more;
}

}  // namespace

TEST_CASE("files come back from disk at the pace of the disk") {
    const SmallWorld world(files + nightly("disk"));
    // 100 GB at 100 MB/s = 1,000 s; the full of midnight holds the data.
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 2:16:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  1:30:00  wait for a target\n"
          "  1:30:00  1:45:00  prepare target\n"
          "  1:45:00  2:01:40  transfer\n"
          "  2:01:40  2:06:40  start\n"
          "  2:06:40  2:16:40  verify\n");
}

TEST_CASE("a stream is no faster than its product, however wide the line") {
    // 100 GB in 8 streams of 1 MB/s: 12,500 s.
    const SmallWorld world(files + nightly("provider/hot", "integration = \"trickling\"\n"));
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 5:28:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  1:30:00  wait for a target\n"
          "  1:30:00  1:45:00  prepare target\n"
          "  1:45:00  5:13:20  transfer\n"
          "  5:13:20  5:18:20  start\n"
          "  5:18:20  5:28:20  verify\n");
}

TEST_CASE("the disk that burns with the site brings nothing back") {
    const SmallWorld world(files + nightly("disk"));
    const auto result = world.strike("site", days{9} + 12h);
    CHECK_FALSE(result.outcome.recovered);
    CHECK_FALSE(result.outcome.workloads.front().copy);
}

TEST_CASE("tapes come from the vault by courier, and one drive after the other finds its part") {
    // 40 TB that halve: 20 TB, on two cartridges of 12 TB; two drives read 10 TB each.
    auto text = files + nightly("vault", "hold = \"2 h\"\noverrun = \"queue\"\n");
    text.replace(text.find("200 GB"), 6, "40 TB");
    text.replace(text.find("every = \"1 d\""), 13, "every = \"7 d\"");
    const SmallWorld world(text);
    // Written with one drive: 2 h + 120 s + 20 TB / 300 MB/s + 30 s = 74,016.67 s.
    const auto& made = world.history.points[0][0].front();
    CHECK(reentry::sim::to_seconds(made.available - made.content) ==
          doctest::Approx(7'200 + 120 + 20e12 / 300e6 + 30).epsilon(1e-12));
    // Each drive: mount and find 120 s, 10 TB at 300 MB/s = 33,333 s = 9:15:33.
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 17:17:33, from nightly, 60:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  1:30:00  wait for a target\n"
          "  1:30:00  1:45:00  prepare target\n"
          "  1:45:00  7:45:00  courier\n"
          "  7:45:00  7:47:00  mount tapes\n"
          "  7:45:00  7:47:00  mount tapes\n"
          "  7:47:00  17:02:33 transfer\n"
          "  7:47:00  17:02:33 transfer\n"
          "  17:02:33 17:07:33 start\n"
          "  17:07:33 17:17:33 verify\n");
}

TEST_CASE("tapes of a lost library are read where the workload comes back") {
    const SmallWorld world(files + nightly("vault"));
    // The tape of day 8 left at the midnight after; that of day 9 is lost with the library. 100 GB
    // on one cartridge: 120 s, then 100 GB / 300 MB/s = 333.3 s, at the other site.
    CHECK(world.tell(world.strike("site", days{9} + 12h)) ==
          "files: back after 9:07:33, from nightly, 36:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  2:30:00  wait for a target\n"
          "  2:30:00  2:45:00  prepare target\n"
          "  2:45:00  8:45:00  courier\n"
          "  8:45:00  8:47:00  mount tapes\n"
          "  8:47:00  8:52:33  transfer\n"
          "  8:52:33  8:57:33  start\n"
          "  8:57:33  9:07:33  verify\n");
}

TEST_CASE("an archive asks for every object, thaws, and then sends") {
    const SmallWorld world(files + nightly("provider/archive"));
    // 100 GB / 64 MB = 1,562.5, so 1,563 requests at 100 a second: 15.63 s; thaw 4 h; 0.01 s of
    // round trip and 100 GB at 50 MB/s = 2,000 s.
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "files: back after 6:33:35, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  1:30:00  wait for a target\n"
          "  1:30:00  1:45:00  prepare target\n"
          "  1:45:00  5:45:15  thaw\n"
          "  5:45:15  6:18:35  transfer\n"
          "  6:18:35  6:23:35  start\n"
          "  6:23:35  6:33:35  verify\n");
}

TEST_CASE("a database replays the logs since its base") {
    // 100 GB that halve, 1 MB/s of logs: at 12:07 they are here up to 12:00.
    const SmallWorld world(R"(
[[workload]]
id = "books"
kind = "postgresql"
site = "here"
size = "100 GB"
change = "0 %/d"
item_size = "1 GB"
logs = "1 MB/s"
rto = "1 d"
rpo = "1 h"
stages = { prepare = "15 min", start = "5 min", verify = "10 min", replay = "20 MB/s" }

[[service]]
id = "all"
workloads = ["books"]
rto = "1 d"
rpo = "1 h"

[[strategy]]
id = "s"
copy = [{ id = "nightly", to = "disk", method = "full", every = "1 d", ship_logs = "15 min" }]

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
detection = "10 min"
)");
    // Base 50 GB at 100 MB/s: 500 s. 43.2 GB of logs, halved to 21.6 GB: 216 s, while one thread
    // replays them: 43.2 GB at 20 MB/s = 2,160 s.
    CHECK(world.tell(world.strike("array", days{9} + 12h + 7min)) ==
          "books: back after 1:24:20, from nightly, 0:07:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:25:00  prepare target\n"
          "  0:25:00  0:33:20  transfer\n"
          "  0:33:20  0:36:56  fetch logs\n"
          "  0:33:20  1:09:20  replay logs\n"
          "  1:09:20  1:14:20  start\n"
          "  1:14:20  1:24:20  verify\n");
}

namespace {

// Servers from code that keep some state, machines of which no copy is kept, and an application on
// both.
const std::string servers = R"(
[[workload]]
id = "identity"
kind = "identity"
site = "here"
size = "10 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
priority = 1
stages = { prepare = "10 min", verify = "5 min" }

[[workload]]
id = "fleet"
kind = "infrastructure-as-code"
site = "here"
size = "20 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
priority = 2
depends_on = ["identity"]
stages = { prepare = "10 min", rebuild_units = 100, rebuild_slots = 30, rebuild = "20 min", verify = "5 min" }

[[workload]]
id = "machines"
kind = "virtual-machines"
site = "here"
size = "1 TB"
change = "0 %/d"
item_size = "1 GB"
rto = "1 d"
rpo = "1 d"
priority = 3
depends_on = ["fleet"]
stages = { prepare = "10 min", rebuild_units = 10, rebuild_slots = 10, rebuild = "15 min", verify = "5 min" }

[[workload]]
id = "application"
kind = "virtual-machines"
site = "here"
size = "20 GB"
change = "0 %/d"
item_size = "1 GB"
rto = "1 d"
rpo = "1 d"
priority = 4
depends_on = ["machines", "identity"]
stages = { prepare = "10 min", start = "5 min", verify = "5 min" }

[[service]]
id = "all"
workloads = ["application"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
detection = "10 min"

[[incident]]
id = "deleted"
kind = "deleted-data"
rate = "1 /y"
site = "here"
workloads = ["fleet"]
share = 0.25

[[strategy]]
id = "s"

[[strategy.copy]]
id = "nightly"
to = "disk"
method = "full"
every = "1 d"
workloads = ["identity", "fleet", "application"]
)";

}  // namespace

TEST_CASE("servers are built from code, and everything waits for what it depends on") {
    const SmallWorld world(servers);
    // Identity (5 GB), the state of the fleet (10 GB) and the application (10 GB) share 100 MB/s:
    // 150 s together, then 100 s for what is left of the two. The fleet: 100 servers, 30 at a time,
    // 4 rounds of 20 min. Machines: one round of 15 min, and nothing to restore.
    CHECK(world.tell(world.strike("array", days{9} + 12h)) ==
          "identity: back after 0:27:30, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:20:00  prepare target\n"
          "  0:20:00  0:22:30  transfer\n"
          "  0:22:30  0:27:30  verify\n"
          "fleet: back after 1:49:10, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:20:00  prepare target\n"
          "  0:20:00  0:24:10  transfer\n"
          "  0:24:10  1:44:10  rebuild from code\n"
          "  1:44:10  1:49:10  verify\n"
          "machines: back after 1:54:10, from no copy, 0:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:20:00  prepare target\n"
          "  0:20:00  0:35:00  rebuild from code\n"
          "  0:35:00  1:49:10  wait for dependencies (fleet)\n"
          "  1:49:10  1:54:10  verify\n"
          "application: back after 2:04:10, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:20:00  prepare target\n"
          "  0:20:00  0:24:10  transfer\n"
          "  0:24:10  1:54:10  wait for dependencies (machines)\n"
          "  1:54:10  1:59:10  start\n"
          "  1:59:10  2:04:10  verify\n");
}

TEST_CASE("of deleted servers only the share that is lost is built again") {
    const SmallWorld world(servers);
    // 25 servers fit in one round of 20 min; a quarter of 10 GB takes 25 s.
    CHECK(world.tell(world.strike("deleted", days{9} + 12h)) ==
          "fleet: back after 0:35:25, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  prepare target\n"
          "  0:10:00  0:10:25  transfer\n"
          "  0:10:25  0:30:25  rebuild from code\n"
          "  0:30:25  0:35:25  verify\n");
}

TEST_CASE("ransomware costs what was written since the intrusion, and scanning takes its time") {
    auto text = files + nightly("provider/hot", "locked = true\nkeep = { days = 14 }\n") +
                "\n[[incident]]\nid = \"ransom\"\nkind = \"ransomware\"\nrate = \"1 /y\"\n"
                "site = \"here\"\ndwell = \"84 h\"\n";
    text.replace(text.find("verify = \"10 min\""), 17, "verify = \"10 min\", scan = \"200 MB/s\"");
    const SmallWorld world(text);
    // Struck on day 9 at 12:00, intruded on day 6 at 00:00: that midnight's content is the last
    // that is clean. 100 GB at 50 MB/s take 2,000 s, scanning 200 GB at 200 MB/s takes 1,000 s.
    CHECK(world.tell(world.strike("ransom", days{9} + 12h)) ==
          "files: back after 1:20:00, from nightly, 84:00:00 lost\n"
          "  0:00:00  0:15:00  prepare target\n"
          "  0:15:00  0:48:20  transfer\n"
          "  0:48:20  1:05:00  scan\n"
          "  1:05:00  1:10:00  start\n"
          "  1:10:00  1:20:00  verify\n");
    // The same without the lock: nothing is left.
    auto unlocked = text;
    unlocked.replace(unlocked.find("locked = true"), 13, "locked = false");
    CHECK_FALSE(SmallWorld(unlocked).strike("ransom", days{9} + 12h).outcome.recovered);
}

TEST_CASE("after ransomware the rest is scanned, too, before all is back") {
    auto text = files + nightly("provider/hot", "locked = true\nkeep = { days = 14 }\n") +
                "\n[[incident]]\nid = \"ransom\"\nkind = \"ransomware\"\nrate = \"1 /y\"\n"
                "site = \"here\"\n";
    text.replace(text.find("verify = \"10 min\""), 17, "verify = \"10 min\", scan = \"200 MB/s\"");
    text.replace(text.find("rto = \"1 d\""), 11, "rto = \"1 d\"\nminimum_share = 0.1");
    const SmallWorld world(text);
    // 10 GB at 50 MB/s: 200 s; 20 GB scanned at 200 MB/s: 100 s. The other 90 GB: 1,800 s, 900 s.
    CHECK(world.tell(world.strike("ransom", days{9} + 12h)) ==
          "files: back after 1:20:00, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:15:00  prepare target\n"
          "  0:15:00  0:18:20  transfer\n"
          "  0:18:20  0:20:00  scan\n"
          "  0:20:00  0:25:00  start\n"
          "  0:25:00  0:35:00  verify\n"
          "  0:35:00  1:05:00  fetch the rest\n"
          "  1:05:00  1:20:00  scan\n");
}
