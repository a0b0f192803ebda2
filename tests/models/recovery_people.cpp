// People who tire, what is served first, and services that serve before all their data are back.
#include "models/estate/urgency.hpp"
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

std::string tree(const std::string& id, const std::string& more, const std::string& site = "here") {
    return "\n[[workload]]\nid = \"" + id + "\"\nkind = \"file-tree\"\nsite = \"" + site +
           "\"\nsize = \"200 GB\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"\nrto = \"1 d\"\n"
           "rpo = \"1 d\"\n" +
           more + "\n";
}

std::string service(const std::string& id, const std::string& members, const std::string& more) {
    return "\n[[service]]\nid = \"" + id + "\"\nworkloads = [" + members +
           "]\nrto = \"1 d\"\nrpo = \"1 d\"\n" + more + "\n";
}

const std::string nightly = R"(
[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"
copy = [{ id = "nightly", to = "disk", method = "full", every = "1 d" }]
)";

// A third site with one person who runs one restore, 8 h at a time.
std::string tired(const std::string& relief) {
    std::string text = R"(
[[site]]
id = "camp"
production_read = "4 GB/s"
production_write = "2 GB/s"
crew = { operators = 1, restores_each = 1, work_from = 0, work_to = 24, weekends = true, shift = "8 h", rest = "11 h"@ }

[[link]]
id = "track"
from = "here"
to = "camp"
capacity = "10 Gbit/s"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "camp"

[[strategy]]
id = "s"
copy = [{ id = "nightly", to = "disk", method = "full", every = "1 d" }]
)";
    return text.replace(text.find('@'), 1, relief);
}

}  // namespace

TEST_CASE("who has worked a shift rests before the next restore begins") {
    // Each prepares for 5 h: the second restore begins in the first shift, at 5:16:40, and goes on
    // beyond it; the third waits until 8 h + 11 h.
    const auto text = [](const std::string& relief) {
        const std::string stages = "stages = { prepare = \"5 h\" }";
        return tree("a", stages, "camp") + tree("b", stages, "camp") + tree("c", stages, "camp") +
               service("all", "\"a\"", "") + tired(relief);
    };
    const SmallWorld alone(text(""));
    CHECK(alone.tell(alone.strike("array", days{9} + 12h)) ==
          "a: back after 5:16:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  5:00:00  prepare target\n"
          "  5:00:00  5:16:40  transfer\n"
          "b: back after 10:33:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  5:16:40  mobilise people (crew of camp)\n"
          "  5:16:40  10:16:40 prepare target\n"
          "  10:16:40 10:33:20 transfer\n"
          "c: back after 24:16:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  19:00:00 mobilise people (crew of camp)\n"
          "  19:00:00 24:00:00 prepare target\n"
          "  24:00:00 24:16:40 transfer\n");
    // With someone to relieve them at 8:00 there is always one: the third follows the second.
    const SmallWorld relieved(text(", relief = 1"));
    CHECK(relieved.strike("array", days{9} + 12h).outcome.recovery_time == 15h + 50min);
}

TEST_CASE("what the most urgent needs is as urgent, and a minimum level can come before all else") {
    const auto scenario = small_world::scenario(
        tree("disk-array", "priority = 9") +
        tree("database", "priority = 6\ndepends_on = [\"disk-array\"]") +
        tree("control", "priority = 4\ndepends_on = [\"database\"]") +
        tree("mail", "priority = 2") +
        service("all", "\"control\", \"mail\"", "minimum = [\"control\"]") + nightly);
    const auto plain = urgencies(scenario, dependencies_of(scenario.workloads));
    CHECK(plain == std::vector<int>{4, 4, 4, 2});
    auto urgent = scenario;
    urgent.services.front().priority = 1;
    CHECK(urgencies(urgent, dependencies_of(urgent.workloads)) == std::vector<int>{1, 1, 1, 1});
    auto first = scenario;
    first.services.front().minimum_first = true;
    CHECK(urgencies(first, dependencies_of(first.workloads)) == std::vector<int>{-5, -5, -5, 2});
}

TEST_CASE("a workload serves with a part of its data, and the rest follows behind") {
    // 100 GB stored at 100 MB/s: a fifth in 200 s, verified for 10 min, the rest in 800 s.
    const SmallWorld world(tree("photos", "minimum_share = 0.2\nstages = { verify = \"10 min\" }") +
                           service("all", "\"photos\"", "") + nightly);
    const auto result = world.strike("array", days{9} + 12h);
    CHECK(world.tell(result) ==
          "photos: back after 0:26:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:03:20  transfer\n"
          "  0:03:20  0:13:20  verify\n"
          "  0:13:20  0:26:40  fetch the rest\n");
    CHECK(result.outcome.top_minimum == 13min + 20s);
    CHECK(result.outcome.top_full == 26min + 40s);
    CHECK(result.outcome.top_bottleneck.name == "verification");
}
