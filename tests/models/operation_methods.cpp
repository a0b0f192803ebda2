// Snapshots, replicas, synthetic fulls.
#include "tests/models/operation_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using namespace small_world;

namespace {

using days = std::chrono::days;

std::string copy(const std::string& keys, const std::string& change = "0 %/d") {
    return some_files(change) + R"(
[[store]]
id = "array-here"
kind = "array"
site = "here"
equipment = "none"

[[store]]
id = "array-there"
kind = "array"
site = "there"
equipment = "none"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "c"
)" + keys;
}

const std::string snapshots =
    "to = \"array-here\"\nmethod = \"snapshot\"\nevery = \"4 h\"\nkeep = { days = 1 }\n";
const std::string replica = "to = \"array-there\"\nmethod = \"replication\"\nevery = \"15 min\"\n";

}  // namespace

TEST_CASE("a snapshot is there at once and rolled back at once") {
    const SmallWorld world(copy(snapshots));
    CHECK(world.tell(world.strike("deleted-data", days{9} + 6h)) ==
          "files: back after 0:00:00, from c, 2:00:00 lost\n");
}

TEST_CASE("a snapshot goes with its array, its site, and whoever can delete it") {
    const SmallWorld world(copy(snapshots));
    for (const char* incident : {"failed-array", "lost-site", "ransomware"})
        CHECK_FALSE(world.strike(incident, days{9} + 6h).outcome.recovered);
}

TEST_CASE("snapshots hold what has changed between them") {
    const SmallWorld world(copy(snapshots, "10 %/d"));
    // In 4 h 200 GB x (1 - exp(-0.1 / 6)) = 3.306 GB are overwritten, 1.653 GB reduced. The first
    // snapshot shares everything with production.
    const auto& points = world.history.points[0][0];
    CHECK(points[0].bytes == 0);
    CHECK(points[1].bytes / 1'000'000 == 1'652);
    CHECK(points[1].available == points[1].content);
    // Six of them lie at any time, a day each: 9.9 GB.
    const sim::Time noon = world.history.begin + days{10} + 1h;
    std::int64_t held = 0;
    for (const auto& entry : world.history.ledger.stored())
        if (entry.from <= noon && noon < entry.to) held += entry.bytes;
    CHECK(held == 6 * points[1].bytes);
}

TEST_CASE("snapshots lie on the array of the data") {
    CHECK(faults_of(copy("to = \"disk\"\nmethod = \"snapshot\"\nevery = \"4 h\"\n"))
              .find("a store of kind \"array\"") != std::string::npos);
    CHECK(faults_of(copy("to = \"array-there\"\nmethod = \"snapshot\"\nevery = \"4 h\"\n"))
              .find("workloads on the array \"array-there\"") != std::string::npos);
    CHECK(faults_of(copy("to = \"array-here\"\nevery = \"4 h\"\n"))
              .find("an array keeps snapshots and replicas only") != std::string::npos);
}

TEST_CASE("a replica follows production an interval behind, and takes over where it lies") {
    const SmallWorld world(copy(replica, "10 %/d"));
    // The first full, 100 GB over 1.25 GB/s, is there after 80 s. Changes then arrive as they come,
    // in whole intervals of 15 min: at 12:10 the replica is as production was at 12:00.
    CHECK(world.history.points[0][0].front().available == world.history.begin + 80s);
    CHECK(world.tell(world.strike("lost-site", days{9} + 12h + 10min)) ==
          "files: back after 0:00:00, from c, 0:10:00 lost\n");
    // Back to the array here it has to travel: 100 GB (a little more or less is not stored here)
    // over 1.25 GB/s, written unreduced at 2 GB/s: 1 GB/s of what is sent.
    const auto back = world.strike("failed-array", days{9} + 12h + 10min);
    CHECK(world.tell(back) ==
          "files: back after 0:01:40, from c, 0:10:00 lost\n"
          "  0:00:00  0:01:40  transfer\n");
}

TEST_CASE("what is deleted or encrypted is so in the replica too") {
    const SmallWorld world(copy(replica));
    CHECK_FALSE(world.strike("deleted-data", days{9}).outcome.recovered);
    CHECK_FALSE(world.strike("ransomware", days{9}).outcome.recovered);
}

TEST_CASE("snapshots of a replica are kept where it lies") {
    const SmallWorld world(
        copy(replica) +
        "\n[[strategy.copy]]\nid = \"kept\"\nfrom = \"c\"\nto = \"array-there\"\n"
        "method = \"snapshot\"\nevery = \"1 d\"\nat = \"12:30\"\n");
    // The replica's points are the ends of its stretches of 6 h: at 12:30 that of 12:00.
    const auto result = world.strike("deleted-data", days{9} + 13h);
    CHECK(result.outcome.recovered);
    CHECK(result.outcome.workloads.front().copy == 1);
    CHECK(std::chrono::round<std::chrono::seconds>(result.outcome.data_loss) == 1h);
}

TEST_CASE("what a first full keeps waiting is sent as one stretch after it") {
    const SmallWorld world(
        copy("to = \"provider/hot\"\nmethod = \"replication\"\nevery = \"15 min\"\n", "100 %/d"));
    // The first full takes 100 GB / 50 MB/s = 2,000 s and 10 ms. What has changed since goes with
    // the rest of the first 6 h: 100 GB x (1 - exp(-1/4)) = 22.12 GB by then.
    const auto& points = world.history.points[0][0];
    CHECK(std::chrono::round<std::chrono::seconds>(points[0].available - points[0].content) ==
          2'000s);
    CHECK(points[1].content == world.history.begin + 6h);
    CHECK(points[1].available - points[1].content < 100ms);
    CHECK(points[1].bytes / 1'000'000 == 22'119);
}

TEST_CASE("the state of a replica grows evenly through a stretch, in whole intervals") {
    const sim::Time start{};
    Points points(2);
    points[0].content = points[0].available = start;
    // A stretch of 6 h that took 12 h to send: behind by then.
    points[1].content = start + 6h;
    points[1].started = start;
    points[1].available = start + 12h;
    CHECK(live_state(points, 1h, start + 6h)->content == start + 3h);
    CHECK(live_state(points, 1h, start + 7h)->content == start + 3h);
    CHECK(live_state(points, 1h, start + 8h)->content == start + 4h);
    CHECK(live_state(points, 1h, start + 12h)->content == start + 6h);
    CHECK_FALSE(live_state(points, 1h, start - 1h));
}

TEST_CASE("a synthetic full is made by the store, only changes travel") {
    const SmallWorld world(copy(
        "to = \"disk\"\nmethod = \"incremental\"\nevery = \"1 d\"\nfull_every = \"7 d\"\nfull = "
        "\"synthetic\"\n",
        "10 %/d"));
    // A day's changes: 100 GB x (1 - exp(-0.1)) = 9.516 GB, 95.163 s at 100 MB/s. On day 7 the disk
    // then reads 100 GB of its chain and writes them, both at 100 MB/s: 1,000 s more.
    const auto& points = world.history.points[0][0];
    CHECK(points[7].bytes / 1'000'000 == 9'516);
    CHECK_FALSE(points[7].whole);
    CHECK(points[8].content == points[7].content);
    CHECK(points[8].whole);
    CHECK(std::chrono::round<std::chrono::milliseconds>(points[8].available - points[8].content) ==
          1'095'163ms);
    CHECK(points[9].base == 8);
}

TEST_CASE("a provider makes a synthetic full of the objects it has, for requests") {
    const std::string method =
        "to = \"provider/hot\"\nmethod = \"incremental\"\nevery = \"7 d\"\nfull_every = \"14 d\"\n";
    const SmallWorld active(copy(method)), made(copy(method + "full = \"synthetic\"\n"));
    // Day 0 a full of 1,563 objects of 64 MB travels, day 14 another; nothing changes in between.
    // Made by the provider it costs the same writes, and travels not.
    CHECK(counted(active.history.ledger, Meter::received_bytes) == 200'000'000'000);
    CHECK(counted(made.history.ledger, Meter::received_bytes) == 100'000'000'000);
    CHECK(counted(active.history.ledger, Meter::put) == 2 * 1'563);
    CHECK(counted(made.history.ledger, Meter::put) == 2 * 1'563);
}

TEST_CASE("tapes cannot be made into a full") {
    CHECK(faults_of(copy("to = \"library\"\nevery = \"1 d\"\nfull = \"synthetic\"\n"))
              .find("tapes cannot be made into a full") != std::string::npos);
}
