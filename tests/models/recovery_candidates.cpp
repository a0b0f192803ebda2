// Which points an incident leaves, and that it breaks the same whatever the strategy.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// 20 GB that halve: 10 GB, 100 s to the disk, 200.01 s to the provider, 33.3 s to tape.
const std::string estate = R"(
[[workload]]
id = "files"
kind = "file-tree"
site = "here"
array = "a"
size = "20 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[workload]]
id = "more"
kind = "file-tree"
site = "here"
array = "b"
size = "20 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[workload]]
id = "elsewhere"
kind = "file-tree"
site = "there"
size = "20 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[service]]
id = "all"
workloads = ["files", "more", "elsewhere"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "deleted"
kind = "deleted-data"
rate = "1 /y"
site = "here"
share = { uniform = [0.1, 0.5] }
detection = { exponential = "2 h" }

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
decision = { uniform = ["1 h", "2 h"] }

[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
recover_at = "there"

[[incident]]
id = "ransom"
kind = "ransomware"
rate = "1 /y"
site = "here"
share = 0.5
dwell = "30 h"
)";

// Every midnight to disk, from there at noon to the provider, every four days to the vault.
const std::string three_copies = R"(
[[strategy]]
id = "three"
connection = "internet"

[[strategy.copy]]
id = "disk"
to = "disk"
method = "full"
every = "1 d"
keep = { days = 3 }

[[strategy.copy]]
id = "cloud"
from = "disk"
to = "provider/hot"
method = "full"
every = "1 d"
at = "12:00"
locked = true
keep = { days = 10 }

[[strategy.copy]]
id = "tape"
from = "disk"
to = "vault"
method = "full"
every = "4 d"
at = "06:00"
keep = { days = 40 }
)";

const std::string one_copy = R"(
[[strategy]]
id = "one"

[[strategy.copy]]
id = "disk"
to = "disk"
method = "full"
every = "7 d"
)";

// The content of the candidate from a copy, counted from the start; negative when there is none.
sim::Duration content(const SmallWorld& world, std::string_view incident, sim::Duration after,
                      std::string_view copy) {
    const auto damage = world.damage(incident, after);
    for (const auto& c : candidates(world.what, world.history, damage, 0, damage.failure))
        if (world.what.strategy->copies[c.copy].id == copy)
            return c.content - world.scenario->start;
    return -1ns;
}

}  // namespace

TEST_CASE("a point counts from when its job has ended") {
    const SmallWorld world(estate + three_copies);
    // The three fulls of midnight share the disk: 30 GB at 100 MB/s.
    CHECK(content(world, "array", days{5} + 299s, "disk") == days{4});
    CHECK(content(world, "array", days{5} + 300s, "disk") == days{5});
    // The provider has at noon what the disk had at midnight; all share the line.
    CHECK(content(world, "array", days{5} + 12h, "cloud") == days{4});
    CHECK(content(world, "array", days{5} + 13h, "cloud") == days{5});
    // The vault has the midnight of every fourth day.
    CHECK(content(world, "array", days{6}, "tape") == days{4});
}

TEST_CASE("a lost site takes its disk along, but neither the provider nor the vault elsewhere") {
    const SmallWorld world(estate + three_copies);
    CHECK(content(world, "site", days{6} + 6h, "disk") == -1ns);
    CHECK(content(world, "site", days{6} + 6h, "cloud") == days{5});
    CHECK(content(world, "site", days{6} + 6h, "tape") == days{4});
}

TEST_CASE(
    "ransomware spares what cannot be changed, and of that what is older than the intrusion") {
    const SmallWorld world(estate + three_copies);
    // Struck on day 6 at 18:00, intruded on day 5 at 12:00.
    CHECK(content(world, "ransom", days{6} + 18h, "disk") == -1ns);
    CHECK(content(world, "ransom", days{6} + 18h, "cloud") == days{5});
    CHECK(content(world, "ransom", days{6} + 18h, "tape") == days{4});
}

TEST_CASE("a point that has expired is gone, until people know and hold everything") {
    const SmallWorld world(estate + three_copies);
    auto damage = world.damage("ransom", days{13} + 18h);
    damage.clean_until = world.scenario->start + days{3} + 2h;
    // The provider keeps ten days: the content of day 3 expires on day 13, eighteen hours before.
    for (const auto& c : candidates(world.what, world.history, damage, 0, damage.failure))
        CHECK(world.what.strategy->copies[c.copy].id == "tape");
    // Struck an hour before it expires, noticed an hour and a half later: too late. Noticed at
    // once, it is kept however long the decision takes.
    damage.failure = world.scenario->start + days{12} + 23h;
    const auto copy_used = [&](sim::Duration detection) {
        damage.detection = detection;
        damage.decision = days{2};
        const auto result = recover(world.what, world.history, damage);
        return world.what.strategy->copies[*result.outcome.workloads.front().copy].id;
    };
    CHECK(copy_used(90min) == "tape");
    CHECK(copy_used(30min) == "cloud");
}

TEST_CASE("freshest takes the newest content, fastest what is back first") {
    // 10 GB over 50 MB/s take 200 s, far less than a courier; over a line of 3 Mbit/s they take 7.4
    // h, and tape wins with its 6 h.
    const auto used = [](const std::string& text) {
        const SmallWorld world(text);
        const auto result = world.strike("site", days{6} + 6h);
        return world.what.strategy->copies[*result.outcome.workloads.front().copy].id;
    };
    auto fastest = estate + three_copies;
    fastest.replace(fastest.find("id = \"three\""), 12, "id = \"three\"\nprefer = \"fastest\"");
    CHECK(used(estate + three_copies) == "cloud");
    CHECK(used(fastest) == "cloud");
    const std::string thin =
        "\n[[connection]]\nid = \"thin\"\nproduct = \"internet\"\n"
        "at = \"there\"\ncapacity = \"3 Mbit/s\"\n";
    auto slow = fastest + thin;
    slow.replace(slow.find("connection = \"internet\""), 23, "connection = \"thin\"");
    CHECK(used(slow) == "tape");
}

TEST_CASE("every strategy meets the same incidents") {
    const SmallWorld one(estate + one_copy), three(estate + three_copies);
    for (std::size_t kind = 0; kind < one.scenario->incidents.size(); ++kind)
        for (std::size_t number = 0; number < 20; ++number) {
            const auto a = draw_damage(*one.scenario, kind, number, 1);
            const auto b = draw_damage(*three.scenario, kind, number, 1);
            CHECK(a.failure == b.failure);
            CHECK(a.clean_until == b.clean_until);
            CHECK(a.detection == b.detection);
            CHECK(a.decision == b.decision);
            CHECK(a.target == b.target);
            CHECK(a.share == b.share);
            CHECK(a.hit == b.hit);
        }
}

TEST_CASE("incidents of another seed or number differ") {
    const SmallWorld world(estate + one_copy);
    const auto first = draw_damage(*world.scenario, 0, 0, 1);
    CHECK(draw_damage(*world.scenario, 0, 1, 1).failure != first.failure);
    CHECK(draw_damage(*world.scenario, 0, 0, 2).failure != first.failure);
    CHECK(draw_damage(*world.scenario, 1, 0, 1).failure != first.failure);
}

TEST_CASE("each class hits what it can reach") {
    const SmallWorld world(estate + one_copy);
    const auto begin = world.scenario->start + world.scenario->effort.settle;
    for (std::size_t number = 0; number < 50; ++number) {
        const auto deleted = draw_damage(*world.scenario, 0, number, 1);
        CHECK(deleted.hit.size() == 1);
        CHECK(deleted.hit.front() < 2);  // never the one elsewhere
        CHECK(deleted.share >= 0.1);
        CHECK(deleted.share <= 0.5);
        CHECK(deleted.failure >= begin);
        CHECK(deleted.failure < world.history.end);
        CHECK(draw_damage(*world.scenario, 1, number, 1).hit.size() == 1);  // one array
        CHECK(draw_damage(*world.scenario, 2, number, 1).hit == std::vector<std::size_t>{0, 1});
        const auto ransom = draw_damage(*world.scenario, 3, number, 1);
        CHECK_FALSE(ransom.hit.empty());
        CHECK(ransom.failure - ransom.clean_until == 30h);
    }
}
