// Points that prove bad: found when they are verified, on tape when they are mounted.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

std::string copied_to(const std::string& place, const std::string& more) {
    return small_world::file_tree("200 GB", "0 %/d",
                                  R"(stages = { prepare = "15 min", verify = "10 min" })") +
           small_world::failed_array() + R"(

[[strategy]]
id = "s"

[[strategy.copy]]
id = "nightly"
method = "full"
every = "1 d"
to = ")" + place +
           "\"\n" + more;
}

RecoveryResult strike(const SmallWorld& world, std::size_t number) {
    auto damage = world.damage("array", days{9} + 12h);
    damage.number = number;
    damage.key = incident_key(*world.scenario, damage.incident, number, 1);
    RecoveryOptions options;
    options.spans = true;
    return recover(world.what, world.history, damage, options);
}

// The first incident in which exactly so many points prove bad.
RecoveryResult with_bad_points(const SmallWorld& world, std::int64_t bad) {
    for (std::size_t number = 0; number < 1'000; ++number) {
        auto result = strike(world, number);
        if (result.outcome.workloads.front().bad_points == bad) return result;
    }
    FAIL("no such incident");
    return {};
}

}  // namespace

TEST_CASE("a restore that fails its verification takes the point before") {
    const SmallWorld world(copied_to("disk", "restore_failure = 0.3\n"));
    // 1,000 s and 10 min of verification in vain; the target is prepared already.
    CHECK(world.tell(with_bad_points(world, 1)) ==
          "files: back after 1:08:20, from nightly, 36:00:00 lost\n"
          "  0:00:00  0:15:00  prepare target\n"
          "  0:15:00  0:31:40  transfer\n"
          "  0:31:40  0:41:40  verify\n"
          "  0:41:40  0:58:20  transfer\n"
          "  0:58:20  1:08:20  verify\n");
}

TEST_CASE("an unreadable tape is found when it is mounted") {
    const SmallWorld world(copied_to("library", "restore_failure = 0.3\n"));
    // Each mount and search takes 120 s, 100 GB at 300 MB/s 333 s.
    CHECK(world.tell(with_bad_points(world, 1)) ==
          "files: back after 0:34:33, from nightly, 36:00:00 lost\n"
          "  0:00:00  0:15:00  prepare target\n"
          "  0:15:00  0:17:00  mount tapes\n"
          "  0:17:00  0:19:00  mount tapes\n"
          "  0:19:00  0:24:33  transfer\n"
          "  0:24:33  0:34:33  verify\n");
}

TEST_CASE("as many restores fail as the probability says") {
    const SmallWorld world(copied_to("disk", "restore_failure = 0.3\n"));
    constexpr std::size_t n = 400;
    std::size_t failed = 0;
    for (std::size_t number = 0; number < n; ++number)
        failed += strike(world, number).outcome.workloads.front().bad_points > 0 ? 1 : 0;
    // Binomial: four standard deviations.
    CHECK(std::abs(static_cast<double>(failed) - 0.3 * n) < 4 * std::sqrt(0.3 * 0.7 * n));
}

TEST_CASE("when every point proves bad, nothing comes back") {
    const SmallWorld world(copied_to("disk", "restore_failure = 0.999999\n"));
    const auto result = strike(world, 0);
    const auto& fate = result.outcome.workloads.front();
    CHECK_FALSE(fate.recovered);
    CHECK(fate.bad_points == 10);  // the fulls of day 0 to day 9
    CHECK_FALSE(fate.copy);
}

TEST_CASE("a replica that proves bad is not tried again: it has one state only") {
    auto text = copied_to("disk", "restore_failure = 0.5\n");
    text.replace(text.find("method = \"full\""), 15, "method = \"replication\"");
    const SmallWorld world(text);
    const auto result = with_bad_points(world, 1);
    CHECK_FALSE(result.outcome.recovered);
}
