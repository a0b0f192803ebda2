// Replicas that take over where they lie, and the way home, followed by hand.
#include "tests/models/operation_world.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace reentry;
using namespace std::chrono_literals;
using namespace small_world;

namespace {

using days = std::chrono::days;

// 200 GB that halve, of which 10 % are changed a day, all of it alike.
const std::string estate = small_world::rented_site() + R"(

[[store]]
id = "array-there"
kind = "array"
site = "there"
equipment = "none"

)" + small_world::file_tree("200 GB", "10 %/d", R"(hot_share = 1.0
stages = { prepare = "15 min", promote = "5 min", switch_over = "6 min", start = "7 min", verify = "8 min" })") +
                           small_world::failed_array(R"(detection = "10 min"
decision = "20 min"
target = "2 h")") + R"(

[[incident]]
id = "spare"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
recover_at = "there"
decision = "1 h"
target = "12 h"
repair = "2 d"

[[strategy]]
id = "s"
connection = "internet"
)";

std::string replica(const std::string& keys) {
    return estate + "\n[[strategy.copy]]\nid = \"twin\"\nmethod = \"replication\"\n" +
           "every = \"15 min\"\n" + keys;
}

const std::string on_array = "to = \"array-there\"\npromote = \"there\"\n";
const std::string in_region = "to = \"provider/hot\"\npromote = \"cloud\"\n";

constexpr sim::Duration noon = days{9} + 12h + 10min;

}  // namespace

TEST_CASE("a replica takes over on its array, and what changed goes home when home is repaired") {
    const SmallWorld world(replica(on_array));
    // Serving: 10 + 20 + 5 + 6 + 8 min; no target is waited for, nothing is prepared or started.
    // The array here is replaced 2 h after the decision, at 2:30:00. Then 100 GB go home, written
    // unreduced at 2 GB/s: 1 GB/s of what is sent, 100 s. In 100 s 100 GB x (1 - exp(-0.1 x 100 /
    // 86,400)) = 11.6 MB change, which takes 12 ms, in which next to nothing changes.
    const auto result = world.strike("array", noon);
    CHECK(world.tell(result) ==
          "files: back after 0:49:00, from twin, 0:10:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  0:35:00  promote replica\n"
          "  0:35:00  0:41:00  switch over\n"
          "  0:41:00  0:49:00  verify\n"
          "  2:30:00  2:31:40  copy home\n"
          "  2:31:40  2:31:40  copy home\n"
          "  2:31:40  2:31:40  go home\n");
    CHECK(result.outcome.recovery_time == 49min);
    CHECK(result.outcome.interruption < 1s);
    CHECK(result.outcome.workloads.front().bytes_read == 0);
}

TEST_CASE("a replica in a region takes over on rented machines, and goes home out of the region") {
    const SmallWorld world(replica(in_region));
    const auto result = world.strike("array", noon);
    // Machines are there 10 min after the decision. 100 GB leave the region at 50 MB/s: 2,000 s and
    // 10 ms of round trip, from 2:30:00 on. Meanwhile 100 GB x (1 - exp(-0.1 x 2,000 / 86,400)) =
    // 231.2 MB change: 4.6 s. Last, what changed in those: 0.5 MB, 21 ms with the round trip; then
    // two hours down.
    CHECK(world.tell(result) ==
          "files: back after 0:59:00, from twin, 0:10:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  0:40:00  wait for a target\n"
          "  0:40:00  0:45:00  promote replica\n"
          "  0:45:00  0:51:00  switch over\n"
          "  0:51:00  0:59:00  verify\n"
          "  2:30:00  3:03:20  copy home\n"
          "  3:03:20  3:03:24  copy home\n"
          "  3:03:24  3:03:24  go home\n"
          "  3:03:24  5:03:24  go home\n");
    CHECK(std::chrono::round<std::chrono::seconds>(result.outcome.interruption) == 2h);
    // All that went home left the region, and nothing else.
    const auto sent = static_cast<double>(counted(result.usage, Meter::sent_bytes));
    const double changed = 100e9 * (1 - std::exp(-0.1 * 2'000.01 / 86'400));
    CHECK(sent == doctest::Approx(100e9 + changed + 0.53e6).epsilon(1e-6));
    CHECK(counted(result.usage, Meter::get) == 0);
    // Machines from the decision at 0:30:00 to 5:03:24: begun hours count.
    CHECK(counted(result.usage, Meter::instance) == 5);
}

TEST_CASE("a replica is copied from where that is sooner than taking over") {
    const SmallWorld world(replica(on_array));
    // Free arrays at hand: 15 min to prepare and 100 s of copying are not sooner than 11 min ...
    CHECK(world.strike("spare", noon).outcome.workloads.front().bytes_read == 0);
    auto text = replica(on_array);
    text.replace(text.find("prepare = \"15 min\""), 18, "prepare = \"5 min\"");
    // ... but 5 min and 100 s are.
    const SmallWorld ready(text);
    CHECK(ready.tell(ready.strike("spare", noon)) ==
          "files: back after 0:21:40, from twin, 0:10:00 lost\n"
          "  0:00:00  0:05:00  prepare target\n"
          "  0:05:00  0:06:40  transfer\n"
          "  0:06:40  0:13:40  start\n"
          "  0:13:40  0:21:40  verify\n");
}

TEST_CASE("a lost site's replica serves until its home is repaired") {
    const SmallWorld world(replica(on_array));
    const auto result = world.strike("site", noon);
    // 1 h + 5 + 6 + 8 min. Repaired two days after the decision: 49:00:00.
    CHECK(world.tell(result) ==
          "files: back after 1:19:00, from twin, 0:10:00 lost\n"
          "  0:00:00  1:00:00  decide\n"
          "  1:00:00  1:05:00  promote replica\n"
          "  1:05:00  1:11:00  switch over\n"
          "  1:11:00  1:19:00  verify\n"
          "  49:00:00 49:01:40 copy home\n"
          "  49:01:40 49:01:40 copy home\n"
          "  49:01:40 49:01:40 go home\n");
}

TEST_CASE("a replica takes over from what is only out of reach, and the changes go home after it") {
    const auto outage = [](const char* length) {
        return "\n[[incident]]\nid = \"dark\"\nkind = \"provider-outage\"\nrate = \"1 /y\"\n"
               "workloads = [\"files\"]\ndetection = \"10 min\"\ndecision = \"20 min\"\noutage = "
               "\"" +
               std::string(length) + "\"\n";
    };
    // Nothing is lost at home: of 100 GB what changed in 10 h, 4.1 GB, goes back at 1 GB/s.
    const SmallWorld world(replica(on_array) + outage("10 h"));
    CHECK(world.tell(world.strike("dark", noon)) ==
          "files: back after 0:49:00, from twin, 0:10:00 lost\n"
          "  0:00:00  0:30:00  wait for the end of the outage\n"
          "  0:30:00  0:35:00  promote replica\n"
          "  0:35:00  0:41:00  switch over\n"
          "  0:41:00  0:49:00  verify\n"
          "  10:00:00 10:00:04 copy home\n"
          "  10:00:04 10:00:04 copy home\n"
          "  10:00:04 10:00:04 go home\n");
    // What is over before people have decided moves nothing and loses nothing.
    const SmallWorld brief(replica(on_array) + outage("25 min"));
    CHECK(brief.tell(brief.strike("dark", noon)) ==
          "files: back after 0:25:00, from no copy, 0:00:00 lost\n"
          "  0:00:00  0:25:00  wait for the end of the outage\n");
    // A replica that proves bad loses nothing either: home is waited for.
    const SmallWorld bad(replica(on_array + "restore_failure = 0.999999\n") + outage("10 h"));
    const auto result = bad.strike("dark", noon);
    CHECK(result.outcome.recovery_time == 10h);
    CHECK(result.outcome.data_loss == 0s);
    CHECK(result.outcome.interruption == 0s);
}

TEST_CASE("a replica on another array of its own site takes over, and is at home there") {
    const SmallWorld world(
        replica("to = \"array-b\"\npromote = \"here\"\n") +
        "\n[[store]]\nid = \"array-b\"\nkind = \"array\"\nsite = \"here\"\narray = \"b\"\n"
        "equipment = \"none\"\n");
    const auto result = world.strike("array", noon);
    CHECK(result.outcome.recovery_time == 49min);
    CHECK(result.outcome.interruption == 0s);
    CHECK(result.outcome.workloads.front().spans.back().stage == Stage::verify);
}

TEST_CASE("a replica that proves bad when it serves makes room for the next copy") {
    const SmallWorld world(replica(on_array + "restore_failure = 0.999999\n") +
                           "\n[[strategy.copy]]\nid = \"nightly\"\nto = \"disk\"\n"
                           "method = \"full\"\nevery = \"1 d\"\n");
    // Found out at 0:49:00. The target is there at 2:30:00; 100 GB come from the disk in 1,000 s.
    CHECK(world.tell(world.strike("array", noon)) ==
          "files: back after 3:16:40, from nightly, 12:10:00 lost\n"
          "  0:00:00  0:10:00  detect\n"
          "  0:10:00  0:30:00  decide\n"
          "  0:30:00  0:35:00  promote replica\n"
          "  0:35:00  0:41:00  switch over\n"
          "  0:41:00  0:49:00  verify\n"
          "  0:49:00  2:30:00  wait for a target\n"
          "  2:30:00  2:45:00  prepare target\n"
          "  2:45:00  3:01:40  transfer\n"
          "  3:01:40  3:08:40  start\n"
          "  3:08:40  3:16:40  verify\n");
}

TEST_CASE("what serves from a replica goes down again when that site is lost too") {
    auto text = replica(on_array) +
                "\n[[strategy.copy]]\nid = \"nightly\"\nto = \"provider/hot\"\n"
                "method = \"full\"\nevery = \"1 d\"\n"
                "\n[[incident]]\nid = \"fire-there\"\nkind = \"lost-site\"\nrate = \"1 /y\"\n"
                "site = \"there\"\nworkloads = [\"other\"]\n"
                "\n[[workload]]\nid = \"other\"\nkind = \"file-tree\"\nsite = \"there\"\n"
                "size = \"1 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"\nrto = \"1 d\"\n"
                "rpo = \"1 d\"\n";
    text.insert(text.find("detection = \"10 min\""),
                "followed_by = \"fire-there\"\nafter = \"45 min\"\n");
    text.insert(text.find("to = \"array-there\""), "workloads = [\"files\"]\n");
    const SmallWorld world(text);
    const auto result = world.strike("array", noon);
    // Hit again at 0:45:00, it is restored at home, from the night's copy: the array that the first
    // blow made wait for is there at 2:30:00; 15 min, 2,000 s, 7 and 8 min after that it is back.
    const auto& files = result.outcome.workloads.front();
    CHECK(files.recovered);
    CHECK(files.copy == 1);
    CHECK(std::chrono::round<std::chrono::seconds>(files.back - result.outcome.failure) ==
          150min + 15min + 2'000s + 15min);
    CHECK(files.interruption == 0s);
}

TEST_CASE("a replica takes over at the site of its array or in its region, and nothing else does") {
    CHECK(faults_of(replica("to = \"array-there\"\npromote = \"here\"\n"))
              .find("the site of its array, \"there\"") != std::string::npos);
    CHECK(faults_of(replica("to = \"provider/hot\"\npromote = \"there\"\n"))
              .find("a site with a `region` in which the replica lies") != std::string::npos);
    CHECK(faults_of(estate + "\n[[strategy.copy]]\nid = \"c\"\nto = \"disk\"\nevery = \"1 d\"\n"
                             "promote = \"there\"\n")
              .find("a copy whose method is \"replication\"") != std::string::npos);
}

TEST_CASE("rented machines are not kept for ever: who may come back there must go home") {
    auto text = replica(in_region);
    text.replace(text.find("repair = \"2 d\""), 14, "");
    CHECK(faults_of(text).find("how long until workloads can go home from the rented machines") !=
          std::string::npos);
}
