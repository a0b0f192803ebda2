// What is planned: restore drills, and leaving a provider. Production serves all the time.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// 200 GB that halve, on the disk and in the cloud each midnight. They need the names, which are
// elsewhere and in no drill.
const std::string estate = R"(
[[workload]]
id = "names"
kind = "identity"
site = "there"
size = "1 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[workload]]
id = "files"
kind = "file-tree"
site = "here"
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

[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
detection = "1 h"
decision = "2 h"
target = "3 d"

[[drill]]
id = "yearly"
incident = "site"
first = "9 d"
every = "7 d"
at = "12:00"
site = "there"
target = "1 h"
operators = 1

[[incident]]
id = "exit"
kind = "provider-exit"
role = "provider"
rate = "1 /y"
to = "disk"

[[strategy]]
id = "s"
connection = "internet"
)";

const std::string on_disk_and_hot = estate + R"(
[[strategy.copy]]
id = "disk"
to = "disk"
method = "full"
every = "1 d"
workloads = ["files"]

[[strategy.copy]]
id = "cloud"
to = "provider/hot"
method = "full"
every = "1 d"
at = "01:00"
workloads = ["files"]
)";

RecoveryResult hold(const SmallWorld& world, std::size_t number) {
    RecoveryOptions options;
    options.spans = true;
    return recover(world.what, world.history, draw_drill(*world.scenario, 0, number, 1), options);
}

bool all_in(const Ledger& usage, State state) {
    const auto& counted = usage.counted();
    return !counted.empty() && std::all_of(counted.begin(), counted.end(), [state](const auto& c) {
        return c.cause.state == state;
    });
}

std::int64_t sent(const Ledger& usage) {
    std::int64_t sum = 0;
    for (const auto& entry : usage.counted())
        if (entry.meter == Meter::sent_bytes) sum += entry.quantity;
    return sum;
}

}  // namespace

TEST_CASE("drills are held on their days until the horizon ends") {
    const SmallWorld world(on_disk_and_hot);
    const auto start = world.scenario->start;
    CHECK(drill_times(*world.scenario, world.scenario->drills.front()) ==
          std::vector<sim::Time>{start + days{9} + 12h, start + days{16} + 12h,
                                 start + days{23} + 12h});
}

TEST_CASE("a drill restores on its own target from what the incident would leave") {
    const SmallWorld world(on_disk_and_hot);
    const auto result = hold(world, 0);
    // Nobody detects, decides or is called; the disk would have burnt, so the cloud is read: 100 GB
    // at 50 MB/s = 2,000 s. The names serve.
    CHECK(world.tell(result) ==
          "files: back after 2:03:20, from cloud, 11:00:00 lost\n"
          "  0:00:00  1:00:00  wait for a target\n"
          "  1:00:00  1:15:00  prepare target\n"
          "  1:15:00  1:48:20  transfer\n"
          "  1:48:20  1:53:20  start\n"
          "  1:53:20  2:03:20  verify\n");
    CHECK_FALSE(result.outcome.top_hit);
    CHECK(sent(result.usage) == 100'000'000'000);
    CHECK(all_in(result.usage, State::drill));
}

TEST_CASE("production goes on being backed up during a drill, and contends with it") {
    // At 01:00 the newest point of the cloud is copied back to the disk, on the way that the drill
    // takes, too. At 00:50 the target is there; from 1:05 on both move at 25 MB/s. The copy has
    // moved 5 min x 50 MB/s = 15 GB by then and its other 85 GB take 3,400 s; the drill then has 15
    // GB left, for 300 s alone: 3,700 s.
    auto text = estate + R"(
[[strategy.copy]]
id = "cloud"
to = "provider/hot"
method = "full"
every = "1 d"
workloads = ["files"]

[[strategy.copy]]
id = "back"
from = "cloud"
to = "disk"
method = "full"
every = "1 d"
at = "01:00"
workloads = ["files"]
)";
    text.replace(text.find("at = \"12:00\""), 12, "at = \"00:00\"");
    text.replace(text.find("target = \"1 h\""), 14, "target = \"50 min\"");
    const SmallWorld world(text);
    CHECK(world.tell(hold(world, 0)) ==
          "files: back after 2:21:40, from cloud, 24:00:00 lost\n"
          "  0:00:00  0:50:00  wait for a target\n"
          "  0:50:00  1:05:00  prepare target\n"
          "  1:05:00  2:06:40  transfer\n"
          "  2:06:40  2:11:40  start\n"
          "  2:11:40  2:21:40  verify\n");
}

TEST_CASE("an exit reads every point out of the provider, thawed if need be") {
    const SmallWorld world(estate + R"(
[[strategy.copy]]
id = "nightly"
to = "provider/archive"
method = "full"
every = "1 d"
workloads = ["files"]
)");
    const auto result = world.strike("exit", days{9} + 12h);
    // Ten fulls of 100 GB in 1,563 objects each: asked for in 156.3 s, thawed in 4 h, and 1 TB at
    // 50 MB/s takes 20,000 s.
    CHECK(world.tell(result) ==
          "files: back after 9:35:56, from nightly, 0:00:00 lost\n"
          "  0:00:00  4:02:36  thaw\n"
          "  4:02:36  9:35:56  transfer\n");
    CHECK_FALSE(result.outcome.top_hit);
    CHECK(result.outcome.recovery_time == 4h + 156'300ms + 10ms + 20'000s);
    CHECK(sent(result.usage) == 1'000'000'000'000);
    CHECK(all_in(result.usage, State::exit));
}

TEST_CASE("an exit leaves all regions of the provider") {
    const SmallWorld world(on_disk_and_hot + R"(
[[strategy.copy]]
id = "abroad"
to = "region/hot"
from = "cloud"
method = "full"
every = "1 d"
at = "04:00"
workloads = ["files"]
)");
    // Ten fulls of 100 GB in each region.
    CHECK(sent(world.strike("exit", days{9} + 12h).usage) == 2'000'000'000'000);
}

TEST_CASE("who uses no provider has nothing to read out of one") {
    const SmallWorld world(estate + R"(
[[strategy.copy]]
id = "nightly"
to = "disk"
method = "full"
every = "1 d"
)");
    CHECK(world.strike("exit", days{9} + 12h).outcome.workloads.empty());
}

TEST_CASE("what cannot be planned or followed is an error of the file") {
    const auto with = [](const std::string& more) {
        return small_world::faults_of(on_disk_and_hot + more);
    };
    CHECK(with("").empty());
    const std::string head = "\n[[incident]]\nid = \"x\"\nrate = \"1 /y\"\n";
    CHECK(with(head + "kind = \"provider-exit\"\nto = \"vault\"\n").find("kind \"disk\"") !=
          std::string::npos);
    CHECK(with(head + "kind = \"wan-outage\"\n").find("the links or connections") !=
          std::string::npos);
    CHECK(with(head + "kind = \"failed-array\"\n").find("the site that it strikes") !=
          std::string::npos);
    CHECK(with(head + "kind = \"failed-array\"\nsite = \"here\"\nfollowed_by = \"exit\"\n")
              .find("that nothing follows") != std::string::npos);
    CHECK(with("\n[[drill]]\nid = \"y\"\nincident = \"exit\"\nsite = \"here\"\n")
              .find("a class that destroys data") != std::string::npos);
}
