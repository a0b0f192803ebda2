// Virtual tapes: cache, upload buffer, whole tapes.
#include "tests/models/operation_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using namespace small_world;

namespace {

using days = std::chrono::days;

// 100 GB as a full every week, kept 8 days, on tapes of 150 GB. The gateway stands here and takes
// 200 MB/s; the line to the provider carries 50 MB/s, with 10 ms there and back.
std::string taped(const std::string& store) {
    return some_files() + R"(
[[store]]
id = "vtl"
kind = "gateway"
site = "here"
equipment = "none"
tape = "150 GB"
)" + store +
           R"(
[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "taped"
to = "provider/archive"
via = "vtl"
method = "full"
every = "7 d"
keep = { days = 8 }
)";
}

const std::string roomy = "cache = \"150 GB\"\nupload_buffer = \"400 GB\"\n";

}  // namespace

TEST_CASE("a job on virtual tape ends at the speed of the LAN, its upload follows behind") {
    const SmallWorld world(taped(roomy));
    // 100 GB at 200 MB/s = 500 s into the cache. A quarter of the buffer is 100 GB, so it is one
    // piece; its upload begins then, and takes 10 ms and 100 GB / 50 MB/s = 2,000 s. The first tape
    // takes 100 GB and half of the next full, the second the other half and the third full. The
    // cache of 150 GB loses a full when the next one comes.
    CHECK(told(world, 0) ==
          "0:00:00: 100000 MB whole, there after 0:08:20, up after 0:41:40.010, cached for 7 d "
          "0:08:20, on tapes 0-0\n"
          "7 d 0:00:00: 100000 MB whole, there after 0:08:20, up after 0:41:40.010, cached for 7 d "
          "0:08:20, on tapes 0-1\n"
          "14 d 0:00:00: 100000 MB whole, there after 0:08:20, up after 0:41:40.010, cached for 7 "
          "d 0:08:20, on tapes 1-1\n"
          "21 d 0:00:00: 100000 MB whole, there after 0:08:20, up after 0:41:40.010, cached to the "
          "end, on tapes 2-2\n");
}

TEST_CASE("a full upload buffer holds the job back to the pace of the upload") {
    const SmallWorld world(taped("cache = \"150 GB\"\nupload_buffer = \"40 GB\"\n"));
    // Ten pieces of 10 GB: 50 s into the cache and 200.01 s up each. Four fit; the fifth waits for
    // the end of the first upload at 250.01 s, and so on: the tenth is written from 50 + 6 x 200.01
    // to 1,300.06 s. The last upload ends at 50 + 10 x 200.01 = 2,050.1 s.
    const auto& point = world.history.points[0][0].front();
    CHECK(std::chrono::round<std::chrono::milliseconds>(point.available - point.content) ==
          1'300'060ms);
    CHECK(std::chrono::round<std::chrono::milliseconds>(point.uploaded - point.content) ==
          2'050'100ms);
}

TEST_CASE("a tape lies as a whole until the last point on it has gone") {
    const SmallWorld world(taped(roomy));
    // Until it is ejected - full, and all of it uploaded - a tape lies in the hot class. Tape 0 is
    // full on day 7 and holds half of the full of that day, which is kept until day 15; tape 1 is
    // full on day 14, and holds the full of that day until day 22. Tape 2 is never full.
    CHECK(lain(world.history.ledger) ==
          "provider/hot: 100 GB from 0:41:40.010 to 7 d 0:41:40.010, deleted\n"
          "provider/archive: 100 GB from 7 d 0:41:40.010 to 15 d 0:00:00, deleted\n"
          "provider/archive: 50 GB from 7 d 0:41:40.010 to 15 d 0:00:00, deleted\n"
          "provider/hot: 50 GB from 7 d 0:41:40.010 to 14 d 0:41:40.010, deleted\n"
          "provider/archive: 50 GB from 14 d 0:41:40.010 to 22 d 0:00:00, deleted\n"
          "provider/archive: 100 GB from 14 d 0:41:40.010 to 22 d 0:00:00, deleted\n"
          "provider/hot: 100 GB from 21 d 0:41:40.010 to 28 d 0:00:00\n");
    // Written through the gateway, received by the provider, and no requests.
    CHECK(counted(world.history.ledger, Meter::written_bytes, "provider/tape-gateway#1") ==
          400'000'000'000);
    CHECK(counted(world.history.ledger, Meter::put) == 0);
}

TEST_CASE("what is in the cache comes back at once, what is not with its whole tapes") {
    const SmallWorld world(taped(roomy));
    // Day 9: the full of day 7 is in the cache: 100 GB at 100 MB/s.
    CHECK(world.tell(world.strike("failed-array", days{9})) ==
          "files: back after 0:16:40, from taped, 48:00:00 lost\n"
          "  0:00:00  0:16:40  transfer\n");
    // The gateway burns with the site. The full lies on tape 0, which is in the archive and comes
    // back whole (150 GB) in 3 h, and on tape 1, which is not. Through a new gateway 25 MB/s.
    const auto result = world.strike("lost-site", days{9});
    CHECK(world.tell(result) ==
          "files: back after 4:06:40, from taped, 48:00:00 lost\n"
          "  0:00:00  3:00:00  thaw (virtual tapes)\n"
          "  3:00:00  4:06:40  transfer\n");
    CHECK(counted(result.usage, Meter::retrieved_bytes) == 150'000'000'000);
    CHECK(counted(result.usage, Meter::sent_bytes) == 100'000'000'000);
}

TEST_CASE("leaving a provider, tapes come out as a whole, what is in the cache out of the cache") {
    const SmallWorld world(taped(roomy) + R"(
[[incident]]
id = "exit"
kind = "provider-exit"
role = "provider"
rate = "1 /y"
to = "disk"
)");
    // Day 9: tape 0 holds the full of day 0, whose time is over, and half of that of day 7; the
    // other half lies on tape 1. 100 GB are in the cache, 100 GB/s at 100 MB/s: 1,000 s. For the
    // other 100 GB tape 0 is fetched from the archive, 150 GB in 3 h, and read through the gateway
    // at 25 MB/s: 4,000 s after a round trip.
    const auto result = world.strike("exit", days{9});
    CHECK(world.tell(result) ==
          "files: back after 4:23:20, from taped, 0:00:00 lost\n"
          "  0:00:00  3:00:00  thaw (virtual tapes)\n"
          "  3:00:00  3:16:40  transfer\n"
          "  3:16:40  4:23:20  transfer\n");
    CHECK(result.outcome.workloads.front().bytes_read == 200'000'000'000);
    CHECK(counted(result.usage, Meter::retrieved_bytes) == 150'000'000'000);
    CHECK(counted(result.usage, Meter::sent_bytes) == 100'000'000'000);
}

TEST_CASE("leaving a provider, tapes that were not ejected are read at once") {
    const SmallWorld world(taped("cache = \"100 GB\"\nupload_buffer = \"400 GB\"\n") + R"(
[[incident]]
id = "exit"
kind = "provider-exit"
role = "provider"
rate = "1 /y"
to = "disk"
)");
    // Day 5: only the full of day 0, on tape 0, which is not full; all of it is in the cache.
    CHECK(world.tell(world.strike("exit", days{5})) ==
          "files: back after 0:16:40, from taped, 0:00:00 lost\n"
          "  0:00:00  0:16:40  transfer\n");
    // A quarter of an hour after the full of day 7 began: its 8:20 into the cache have pushed that
    // of day 0 out of it, and its own upload ends after 41:40. Tape 0 is full, but not all of it is
    // there, so nothing is ejected: 100 GB at 25 MB/s.
    CHECK(world.tell(world.strike("exit", days{7} + 15min)) ==
          "files: back after 1:06:40, from taped, 0:00:00 lost\n"
          "  0:00:00  1:06:40  transfer\n");
}

TEST_CASE("what was not uploaded yet is lost with the gateway") {
    const SmallWorld world(taped(roomy));
    // Half an hour after the full of day 7: there, but not up. The one before it lies on tape 0, of
    // which nothing has been ejected.
    CHECK(world.tell(world.strike("lost-site", days{7} + 30min)) ==
          "files: back after 1:06:40, from taped, 168:30:00 lost\n"
          "  0:00:00  1:06:40  transfer\n");
    CHECK(world.tell(world.strike("failed-array", days{7} + 30min)) ==
          "files: back after 0:16:40, from taped, 0:30:00 lost\n"
          "  0:00:00  0:16:40  transfer\n");
}

TEST_CASE("a tape is ejected when its time has come, full or not") {
    const SmallWorld world(taped(roomy + "eject_after = \"1 d\"\n"));
    // Each full begins a tape of its own, as the one before it has been closed.
    const auto& tapes = world.history.tapes[0];
    REQUIRE(tapes.size() == 4);
    CHECK(tapes[0].bytes == 100'000'000'000);
    CHECK(tapes[0].ejected - world.history.begin == days{1} + 500s);
}

TEST_CASE("a provider without virtual tapes cannot be had for them") {
    auto catalogue = small_world::catalogue();
    auto provider = *catalogue.provider("cloud");
    provider.gateway.reset();
    catalogue.add(provider);
    const auto scenario = small_world::scenario(taped(roomy));
    CHECK(make_case(scenario, scenario.strategies[0], "cloud", catalogue).reason ==
          "cloud offers no virtual tapes");
}

TEST_CASE("virtual tapes need a gateway and a class of a provider") {
    auto text = taped(roomy);
    text.replace(text.find("to = \"provider/archive\""), 23, "to = \"disk\"");
    CHECK(faults_of(text).find("a copy whose \"to\" is a storage class of a provider") !=
          std::string::npos);
    text = taped(roomy);
    text.replace(text.find("via = \"vtl\""), 11, "via = \"disk\"");
    CHECK(faults_of(text).find("a store of kind \"gateway\"") != std::string::npos);
    CHECK(faults_of(taped("cache = \"1 GB\"")).find("an upload buffer of 1 GB or more") !=
          std::string::npos);
}
