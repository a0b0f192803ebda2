// One recovery of each kind of workload, told as a timeline and followed by hand.
#include "models/operation/job_limits.hpp"
#include "models/recovery/kinds/logs.hpp"
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// A workload "it" that fails on day 9 at 12:00, with its last full of midnight on the disk, which
// reads 100 MB/s. Detection takes 10 min.
std::string one(const std::string& kind, const std::string& more, const std::string& stages,
                const std::string& copy = "") {
    return "\n[[workload]]\nid = \"it\"\nkind = \"" + kind +
           "\"\nsite = \"here\"\nrto = \"1 d\"\nrpo = \"1 d\"\n" + more + "\nstages = { " + stages +
           " }\n"
           "[[service]]\nid = \"all\"\nworkloads = [\"it\"]\nrto = \"1 d\"\nrpo = \"1 d\"\n"
           "[[incident]]\nid = \"array\"\nkind = \"failed-array\"\nrate = \"1 /y\"\n"
           "site = \"here\"\ndetection = \"10 min\"\n"
           "[[strategy]]\nid = \"s\"\n[[strategy.copy]]\nid = \"nightly\"\nto = \"disk\"\n"
           "every = \"1 d\"\n" +
           (copy.empty() ? "method = \"full\"\n" : copy);
}

std::string told(const std::string& text, sim::Duration after = days{9} + 12h) {
    const SmallWorld world(text);
    return world.tell(world.strike("array", after));
}

}  // namespace

TEST_CASE("virtual machines come so many side by side, and the last ones boot when all are there") {
    // 400 GB that halve: 2,000 s at 100 MB/s.
    CHECK(told(one("virtual-machines",
                   "count = 40\nsize = \"400 GB\"\nchange = \"0 %/d\"\nitem_size = \"10 GB\"",
                   "side_by_side = 10, boot = \"3 min\"")) ==
          "it: back after 0:46:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:43:20  transfer\n"
          "  0:43:20  0:46:20  boot\n");
}

TEST_CASE("small files come back by their number, not by their bytes") {
    // 2,000,000 files of 10 kB, 200 a second: 10,000 s; their 10 GB would take 100 s.
    const SmallWorld world(one("file-tree",
                               "size = \"20 GB\"\nchange = \"0 %/d\"\nitem_size = \"10 kB\"",
                               "items_per_second = 200"));
    const auto result = world.strike("array", days{9} + 12h);
    CHECK(world.tell(result) ==
          "it: back after 2:56:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  2:56:40  transfer\n");
    CHECK(result.outcome.bottleneck.name == "files per second");
    CHECK(result.outcome.bottleneck.time == 10'000s);
}

TEST_CASE("what would come back after centuries ends the recovery instead of time itself") {
    // 20,000,000,000 files of 1 B, 5 a second: 127 years.
    const SmallWorld world(one("file-tree",
                               "size = \"20 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 B\"",
                               "items_per_second = 5"));
    CHECK_THROWS_WITH_AS(
        world.strike("array", days{9} + 12h),
        "workload \"it\" is not back a hundred years after incident 0 of \"array\": "
        "one of its speeds or times is far from real",
        std::runtime_error);
}

TEST_CASE("the object gateway creates so many objects a second in each member") {
    // 1,000,000 objects of 100 kB in two gateways of 100 a second: 5,000 s; 50 GB would take 500 s.
    const SmallWorld world(one("ceph-rgw",
                               "count = 2\nsize = \"100 GB\"\nchange = \"0 %/d\"\n"
                               "item_size = \"100 kB\"",
                               "items_per_second = 100"));
    const auto result = world.strike("array", days{9} + 12h);
    CHECK(world.tell(result) ==
          "it: back after 1:33:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  1:33:20  transfer\n");
    CHECK(result.outcome.bottleneck.name == "objects per second");
}

TEST_CASE("a database waits for its logs where they come slower than they are replayed") {
    // Base 50 GB at 100 MB/s: 500 s. 43.2 GB of logs, halved and fetched at 15 MB/s (30 MB/s
    // unreduced): 1,440 s, in which one thread that could do 60 MB/s is always done.
    const std::string logs = "method = \"full\"\nship_logs = \"15 min\"\n";
    CHECK(told(one("postgresql",
                   "size = \"100 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 GB\"\nlogs = \"1 MB/s\"",
                   "replay = \"60 MB/s\", log_fetch = \"30 MB/s\"", logs)) ==
          "it: back after 0:42:20, from nightly, 0:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:18:20  transfer\n"
          "  0:18:20  0:42:20  fetch logs\n"
          "  0:18:20  0:42:20  replay logs (log fetch)\n");
}

TEST_CASE("replay beside a fetch ends when the worst moment of the fetch lets it") {
    // 100 bytes: 10 a second for 4 s, nothing until 10 s, then 60 at 30 a second: all here at 12 s.
    Passage passage;
    const auto at = [](sim::Duration t) { return sim::Time{} + t; };
    passage.steps = {{at(0s), 0, 10, "link"}, {at(4s), 40, 0, "link"}, {at(10s), 40, 30, "link"}};
    passage.end = at(12s);
    // A thread of 20 a second: at 10 s it has replayed the 40, then 60 more in 3 s.
    const auto slow = kinds::replayed_beside(passage, 100, 20);
    CHECK(slow.took == 13s);
    CHECK(slow.starved == 10s);
    // A thread of 2 a second has always more than it can do: 50 s from the beginning.
    const auto slower = kinds::replayed_beside(passage, 100, 2);
    CHECK(slower.took == 50s);
    CHECK(slower.starved == 0s);
    // A thread of 1,000 a second is done when the last byte is here.
    CHECK(kinds::replayed_beside(passage, 100, 1'000).took == 12s);
}

TEST_CASE("a stream brings its segments and then its offsets") {
    CHECK(told(one("kafka", "size = \"200 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 GB\"",
                   "offsets = \"15 min\", start = \"5 min\"")) ==
          "it: back after 0:46:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:26:40  transfer\n"
          "  0:26:40  0:41:40  restore offsets\n"
          "  0:41:40  0:46:40  start\n");
}

TEST_CASE("what lies in the open segments of a stream is lost where only closed ones are copied") {
    // 240 GB a day into 70 partitions of 1 GB: they close every 7 h. At midnight of day 9, 216 h
    // after the start, the last closing was at 30 x 7 h = 210 h: 6 h more are lost.
    const auto with = [](const std::string& copy) {
        const SmallWorld world(
            one("kafka",
                "size = \"800 GB\"\nchange = \"30 %/d\"\nitem_size = \"1 GB\"\nlogs = \"1 MB/s\"",
                "partitions = 70, segment = \"1 GB\"", copy));
        return world.strike("array", days{9} + 12h).outcome.data_loss;
    };
    CHECK(with("") == 18h);
    CHECK(with("method = \"full\"\nship_logs = \"15 min\"\n") == 0h);
}

TEST_CASE("a cluster restores etcd, creates its objects, provisions volumes, and then moves data") {
    // Two clusters of 100 GB that halve. etcd of 2 GB each: 2 GB stored, 20 s. 6,000 objects at 10
    // a second: 600 s. 25 volumes, 10 at once, 20 s: 3 rounds, 60 s. Three nodes with two movers
    // of 5 MB/s in each cluster write 60 MB/s: the other 98 GB stored, 196 GB, take 3,266.7 s.
    const SmallWorld world(
        one("kubernetes", "count = 2\nsize = \"200 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"",
            "etcd = \"2 GB\", api_objects = 6000, api_objects_per_second = 10, volumes = 25, "
            "volumes_at_once = 10, provision = \"20 s\", nodes = 3, movers_per_node = 2, "
            "mover = \"5 MB/s\", start = \"5 min\""));
    const auto result = world.strike("array", days{9} + 12h);
    // etcd comes by movers too: 4 GB at 60 MB/s are 66.7 s.
    CHECK(world.tell(result) ==
          "it: back after 1:21:33, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:11:06  restore etcd\n"
          "  0:11:06  0:21:06  create objects\n"
          "  0:21:06  0:22:06  provision volumes\n"
          "  0:22:06  1:16:33  transfer\n"
          "  1:16:33  1:21:33  start\n");
    CHECK(result.outcome.bottleneck.name == "data movers");
}

TEST_CASE("every data mover of a cluster rebuilds and reads for itself") {
    // A product that rebuilds 3 MB/s in a job. Five nodes with two movers each are 10 jobs: they
    // rebuild 30 MB/s, so 200 GB take 6,666.7 s; one job would take 18.5 h.
    SmallWorld world(one("kubernetes",
                         "size = \"200 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"",
                         "nodes = 5, movers_per_node = 2"));
    auto& place = world.what.places[0];
    place.integration.rehydrate = 3e6;
    const auto limits = restore_limits(world.what, 0, 0, 1);
    CHECK(limits.device == doctest::Approx(15e6));  // stored: 200 GB halve
    CHECK(limits.device_name == std::string("rehydration by the product"));
    const auto bottleneck = world.strike("array", days{9} + 12h).outcome.bottleneck;
    CHECK(bottleneck.name == "rehydration by the product");
    CHECK(std::chrono::round<std::chrono::seconds>(bottleneck.time) == 6'667s);
    // At a provider each has the streams of the product.
    place.kind = Location::Kind::tier;
    place.integration.restore_streams = 2;
    CHECK(restore_limits(world.what, 0, 0, 1).streams == 20);
}

TEST_CASE("block images are imported in order: the base, then each difference") {
    // 200 GB that halve, 10 % touched a day of all: each difference is 10 GB x (1 - exp(-0.1)) /
    // 0.1 = 9.516 GB. A full every 7 d on day 7, differences on days 8 and 9: 1,000 s and
    // twice 95.16 s.
    CHECK(told(one("ceph-rbd",
                   "size = \"200 GB\"\nchange = \"10 %/d\"\nhot_share = 1.0\nitem_size = \"4 MB\"",
                   "start = \"5 min\"", "method = \"incremental\"\nfull_every = \"7 d\"\n")) ==
          "it: back after 0:34:50, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:26:40  transfer\n"
          "  0:26:40  0:28:15  import differences\n"
          "  0:28:15  0:29:50  import differences\n"
          "  0:29:50  0:34:50  start\n");
}

TEST_CASE("a registry is of use when its database knows the layers, a forge when it builds") {
    const std::string data = "size = \"200 GB\"\nchange = \"0 %/d\"\nitem_size = \"30 MB\"";
    CHECK(told(one("container-registry", data, "index = \"10 min\", verify = \"5 min\"")) ==
          "it: back after 0:41:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:26:40  transfer\n"
          "  0:26:40  0:36:40  restore index\n"
          "  0:36:40  0:41:40  verify\n");
    CHECK(told(one("code-forge", data, "start = \"5 min\", runners = \"20 min\"")) ==
          "it: back after 0:51:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:26:40  transfer\n"
          "  0:26:40  0:31:40  start\n"
          "  0:31:40  0:51:40  start CI runners\n");
}

TEST_CASE("tables and artefacts come after the catalogue that knows them") {
    for (const char* kind : {"kubeflow", "spark"})
        CHECK(told(one(kind, "size = \"200 GB\"\nchange = \"0 %/d\"\nitem_size = \"30 MB\"",
                       "index = \"10 min\"")) ==
              "it: back after 0:36:40, from nightly, 12:00:00 lost\n"
              "  0:00:00  0:10:00  detect\n"
              "  0:10:00  0:20:00  restore index\n"
              "  0:20:00  0:36:40  transfer\n");
}

TEST_CASE("identity serves with its first server, from which the others are copied") {
    // Ten servers of 40 GB, halved: 20 GB at 100 MB/s, then 180 GB stored at 1 GB/s (2 GB/s
    // written).
    const SmallWorld world(
        one("identity", "count = 10\nsize = \"400 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 GB\"",
            "verify = \"5 min\""));
    const auto result = world.strike("array", days{9} + 12h);
    CHECK(world.tell(result) ==
          "it: back after 0:21:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:13:20  transfer\n"
          "  0:13:20  0:18:20  verify\n"
          "  0:18:20  0:21:20  copy to replicas\n");
    CHECK(result.outcome.top_minimum == 18min + 20s);
    CHECK(result.outcome.top_full == 21min + 20s);
}

TEST_CASE("servers from code: state, image, provisioning and configuration in slots") {
    // 10 GB of state: 100 s. 25 servers, 10 slots: 3 rounds of 20 min, 3 rounds of 10 min.
    CHECK(told(one("infrastructure-as-code",
                   "size = \"20 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"",
                   "rebuild_units = 25, rebuild_slots = 10, image = \"30 min\", "
                   "rebuild = \"20 min\", configure = \"10 min\"")) ==
          "it: back after 2:11:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:11:40  transfer\n"
          "  0:11:40  0:41:40  build image\n"
          "  0:41:40  1:41:40  rebuild from code\n"
          "  1:41:40  2:11:40  configuration run\n");
}
