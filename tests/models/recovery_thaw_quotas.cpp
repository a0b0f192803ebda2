// What copies in one archive class share: the quotas of a thaw option, by account and by unit.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// A workload of 40 GB that halve, and the copy of its own that keeps it: 20 GB, 313 objects.
struct Archived {
    std::string workload, copy;
};

std::string workload(const std::string& id) {
    return "\n[[workload]]\nid = \"" + id +
           "\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"40 GB\"\nchange = \"0 %/d\"\n"
           "item_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\n";
}

std::string copy(const std::string& of, const std::string& more) {
    return "\n[[strategy.copy]]\nid = \"copy-of-" + of + "\"\nworkloads = [\"" + of +
           "\"]\nmethod = \"full\"\nevery = \"7 d\"\n" + more;
}

// One strategy with all of these, and the array on which they lie.
SmallWorld world_of(const std::vector<Archived>& all) {
    std::string text, ids, copies;
    for (const auto& one : all) {
        text += workload(one.workload);
        ids += (ids.empty() ? "\"" : ", \"") + one.workload + "\"";
        copies += copy(one.workload, one.copy);
    }
    return SmallWorld(text + "\n[[service]]\nid = \"all\"\nworkloads = [" + ids + R"(]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"
connection = "internet"
)" + copies);
}

// The array fails on day 9 at 12:00; what was sent on day 7 lies in the archive.
std::string told(const std::vector<Archived>& all) {
    const auto world = world_of(all);
    return world.tell(world.strike("array", days{9} + 12h));
}

const std::string deep = "to = \"provider/deep-archive\"\n";
const std::string later =
    "to = \"provider/hot\"\ntier_after = { days = 1, to = \"provider/deep-archive\" }\n";
const std::string standard = "thaw = \"standard\"\n";
const std::string priority = "thaw = \"high-priority\"\n";
const std::string expedited = "thaw = \"expedited\"\n";

}  // namespace

TEST_CASE("each option of a class has the limits of its own, whichever copy is listed first") {
    // Standard: 4 h. High priority: 20 GB at 10 GB an hour and 1 h. 20 GB at 50 MB/s: 400 s.
    const std::string in_time =
        "a: back after 4:06:40, from copy-of-a, 60:00:00 lost\n"
        "  0:00:00  4:00:00  thaw\n"
        "  4:00:00  4:06:40  transfer\n";
    const std::string with_quota =
        "b: back after 3:06:40, from copy-of-b, 60:00:00 lost\n"
        "  0:00:00  3:00:00  thaw\n"
        "  3:00:00  3:06:40  transfer\n";
    CHECK(told({{"a", deep + standard}, {"b", deep + priority}}) == in_time + with_quota);
    CHECK(told({{"b", deep + priority}, {"a", deep + standard}}) == with_quota + in_time);
}

TEST_CASE("what was moved into an archive shares its quota with what was sent there") {
    // 20 GB at 10 GB an hour, and 20 GB behind them: allowed after 2 h and 4 h, readable 1 h later.
    CHECK(told({{"a", deep + priority}, {"b", later + priority}}) ==
          "a: back after 3:06:40, from copy-of-a, 60:00:00 lost\n"
          "  0:00:00  3:00:00  thaw\n"
          "  3:00:00  3:06:40  transfer\n"
          "b: back after 5:06:40, from copy-of-b, 60:00:00 lost\n"
          "  0:00:00  5:00:00  thaw\n"
          "  5:00:00  5:06:40  transfer\n");
}

TEST_CASE("a copy has the quotas of its own accounts and shares them with the others there") {
    // In the first of four accounts lie 5 GB of a, in front of the 20 GB of b: allowed after 0.5 h
    // and 2.5 h.
    CHECK(told({{"a", deep + priority + "accounts = 4\n"}, {"b", deep + priority}}) ==
          "a: back after 1:36:40, from copy-of-a, 60:00:00 lost\n"
          "  0:00:00  1:30:00  thaw\n"
          "  1:30:00  1:36:40  transfer\n"
          "b: back after 3:36:40, from copy-of-b, 60:00:00 lost\n"
          "  0:00:00  3:30:00  thaw\n"
          "  3:30:00  3:36:40  transfer\n");
}

TEST_CASE("copies share the provisioned units of their account") {
    // A request in 10 s for each of 1 + 2 units: 313 requests take 1,043.3 s, the next 313 as long.
    CHECK(told({{"a", deep + expedited + "thaw_units = 1\n"},
                {"b", later + expedited + "thaw_units = 2\n"}}) ==
          "a: back after 0:25:03, from copy-of-a, 60:00:00 lost\n"
          "  0:00:00  0:18:23  thaw\n"
          "  0:18:23  0:25:03  transfer\n"
          "b: back after 0:42:26, from copy-of-b, 60:00:00 lost\n"
          "  0:00:00  0:35:46  thaw\n"
          "  0:35:46  0:42:26  transfer\n");
    // Without a unit it goes as fast as with one: 3,130 s.
    CHECK(told({{"a", deep + expedited}}) ==
          "a: back after 0:59:50, from copy-of-a, 60:00:00 lost\n"
          "  0:00:00  0:53:10  thaw\n"
          "  0:53:10  0:59:50  transfer\n");
}

TEST_CASE("objects larger than an option is promised for wait like those of the slowest") {
    // 157 requests in 10 s each, then 4 h instead of 60 s; so do those that were moved there later.
    const std::string slow =
        "a: back after 4:32:50, from copy-of-a, 60:00:00 lost\n"
        "  0:00:00  4:26:10  thaw\n"
        "  4:26:10  4:32:50  transfer\n";
    const std::string large = "integration = \"choosing\"\nobject_size = \"128 MB\"\n";
    CHECK(told({{"a", deep + expedited + large}}) == slow);
    CHECK(told({{"a", later + expedited + large}}) == slow);
}

TEST_CASE("units are paid for in every account, wherever the data came first") {
    for (const auto& place : {deep, later}) {
        const auto world = world_of({{"a", place + expedited + "thaw_units = 3\naccounts = 2\n"}});
        REQUIRE(world.what.held.size() == 2);  // and the line
        CHECK(world.what.held.front().meter == Meter::provisioned_unit);
        CHECK(world.what.held.front().quantity == 6);
        CHECK(world.what.held.front().resource == "provider/deep-archive");
    }
}
