// The law of worst-case data loss: what a chain of copies can lose is the sum of the accumulation,
// hold and propagation windows of its copies, and no more (docs/model.md).
//
// A copy with interval A, hold H and jobs that take P makes a point at t that is there at t + H +
// P; just before the next one is there, at t + A + H + P, all since t is lost: A + H + P. A copy
// that reads from it finds content that is between H + P and A + H + P old, by its place in the
// rhythm.
#include "sim/random/stream.hpp"
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

struct Rhythm {
    std::string at;  // time of day of its first job
    sim::Duration every{}, hold{};
};

// 20 GB that do not shrink: 200 s to the disk at 100 MB/s, 400.01 s to the provider at 50 MB/s.
constexpr sim::Duration to_disk = 200s, to_cloud = 400s + 10ms;

std::string copy(const std::string& id, const std::string& from, const std::string& to,
                 const Rhythm& link) {
    return fmt::format(
        "\n[[strategy.copy]]\nid = \"{}\"\nfrom = \"{}\"\nto = \"{}\"\nmethod = \"full\"\n"
        "at = \"{}\"\nevery = \"{} s\"\nhold = \"{} s\"\nkeep = {{ days = 60 }}\n",
        id, from, to, link.at, std::chrono::floor<std::chrono::seconds>(link.every).count(),
        std::chrono::floor<std::chrono::seconds>(link.hold).count());
}

SmallWorld chain(const Rhythm& first, const Rhythm& second) {
    return SmallWorld(R"(
[[workload]]
id = "data"
kind = "file-tree"
site = "here"
size = "20 GB"
change = "0 %/d"
reduction = 1
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[service]]
id = "all"
workloads = ["data"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
recover_at = "there"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"
connection = "internet"
)" + copy("near", "source", "disk", first) +
                      copy("far", "near", "provider/hot", second));
}

// What an incident at that instant loses; nothing when no copy can be used.
std::optional<sim::Duration> loss(const SmallWorld& world, std::string_view incident,
                                  sim::Time when) {
    const auto damage = world.damage(incident, when - world.scenario->start);
    const auto usable = candidates(world.what, world.history, damage, 0, damage.failure);
    if (usable.empty()) return std::nullopt;
    sim::Time newest{};
    for (const auto& candidate : usable) newest = std::max(newest, candidate.content);
    return when - newest;
}

// The worst over the week from the tenth day on: just before each point of the copy is there.
sim::Duration worst(const SmallWorld& world, std::string_view incident, std::size_t copy) {
    const auto from = world.scenario->start + days{10};
    sim::Duration most{};
    for (const auto& point : world.history.points[copy][0])
        if (point.available > from && point.available < from + days{7}) {
            const auto lost = loss(world, incident, point.available - 1ns);
            REQUIRE(lost);
            most = std::max(most, *lost);
        }
    return most + 1ns;
}

}  // namespace

TEST_CASE("one copy loses at worst its accumulation, hold and propagation windows") {
    const auto world = chain({"00:00", 6h, 90min}, {"02:00", 24h, 0s});
    CHECK(worst(world, "array", 0) == 6h + 90min + to_disk);
}

TEST_CASE("a chain loses at worst the sum of the windows of all its copies") {
    // The near point of midnight is there at 01:33:20. The far copy begins one second before it, so
    // the content that it takes is as old as it can be, but for that second.
    const auto world = chain({"00:00", 24h, 90min}, {"01:33:19", 24h, 2h});
    const auto sum = (24h + 90min + to_disk) + (24h + 2h + to_cloud);
    CHECK(worst(world, "site", 1) == sum - 1s);
}

TEST_CASE("a chain in step loses less: the far copy takes what has just come") {
    // It begins one second after the near point is there: content of 01:33:21 after midnight.
    const auto world = chain({"00:00", 24h, 90min}, {"01:33:21", 24h, 2h});
    CHECK(worst(world, "site", 1) == 93min + 21s + 24h + 2h + to_cloud);
}

TEST_CASE("no instant and no rhythm loses more than the sum of the windows") {
    const sim::Stream random(7, 0, sim::Purpose("rhythms"));
    std::uint64_t draw = 0;
    const auto between = [&](int least, int most) {
        const double u = random.uniform_at(draw++);
        return std::chrono::minutes{least + static_cast<int>(u * (most - least))};
    };
    for (int trial = 0; trial < 20; ++trial) {
        const Rhythm first{fmt::format("{:02}:{:02}", trial % 24, trial * 7 % 60),
                           between(60, 1'440), between(0, 120)};
        const Rhythm second{"00:00", between(60, 2'880), between(0, 240)};
        const auto world = chain(first, second);
        const auto sum = first.every + first.hold + to_disk + second.every + second.hold + to_cloud;
        CAPTURE(trial);
        CHECK(worst(world, "site", 1) <= sum);
        for (int instant = 0; instant < 50; ++instant) {
            const auto when = world.scenario->start + days{10} + between(0, 10'080);
            const auto lost = loss(world, "site", when);
            REQUIRE(lost);
            CHECK(*lost <= sum);
        }
    }
}
