// Backups that read tapes or write them, in the history and beside a recovery.
#include "models/operation/tape_drives.hpp"
#include "tests/models/operation_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using namespace small_world;

namespace {

using days = std::chrono::days;

std::string chain(const std::string& second) {
    return some_files() +
           "\n[[strategy]]\nid = \"s\"\nconnection = \"internet\"\n"
           "\n[[strategy.copy]]\nid = \"tape\"\nto = \"library\"\nmethod = \"full\"\n"
           "every = \"14 d\"\n"
           "\n[[strategy.copy]]\nid = \"out\"\nfrom = \"tape\"\nmethod = \"full\"\n"
           "every = \"14 d\"\nat = \"06:00\"\n" +
           second;
}

}  // namespace

TEST_CASE("a copy made from tape takes a drive, mounts it and gives it back") {
    const SmallWorld world(chain("to = \"provider/hot\"\n"));
    // On tape: 120 s, 100 GB at 300 MB/s = 333.333 s, 30 s. Out of it at 06:00: 120 s, 10 ms of
    // round trip and 100 GB at 50 MB/s = 2,000 s, 30 s.
    CHECK(told(world, 0) ==
          "0:00:00: 100000 MB whole, there after 0:08:03.333\n"
          "14 d 0:00:00: 100000 MB whole, there after 0:08:03.333\n");
    CHECK(told(world, 1) ==
          "0:00:00: 100000 MB whole, there after 6:35:50.010\n"
          "14 d 0:00:00: 100000 MB whole, there after 6:35:50.010\n");
}

TEST_CASE(
    "from tape to tape both drives are loaded at the same time, and the drive sets the pace") {
    const SmallWorld world(chain("to = \"library\"\n"));
    // 6 h + 120 s + 333.333 s + 30 s.
    CHECK(told(world, 1) ==
          "0:00:00: 100000 MB whole, there after 6:08:03.333\n"
          "14 d 0:00:00: 100000 MB whole, there after 6:08:03.333\n");
}

TEST_CASE("changes are found on the tapes since, a full on all of its chain") {
    Points origin(4);
    origin[0].whole = true;
    for (std::size_t p = 0; p < 4; ++p) origin[p].content = sim::Time{} + days{p};
    for (std::int32_t p = 1; p < 4; ++p) origin[static_cast<std::size_t>(p)].base = p - 1;
    CHECK(tapes_holding(origin, sim::Time{} + days{3}, {}) == 4);
    CHECK(tapes_holding(origin, sim::Time{} + days{3}, sim::Time{} + days{1}) == 2);
    CHECK(tapes_holding(origin, sim::Time{} + days{0}, sim::Time{}) == 1);
}

TEST_CASE("tapes in a vault are not copied from, and no tape follows production") {
    const auto reason = [](const std::string& text) {
        const auto scenario = small_world::scenario(text);
        const auto known = catalogue();
        return make_case(scenario, scenario.strategies[0], "cloud", known).reason;
    };
    auto text = chain("to = \"disk\"\n");
    text.replace(text.find("to = \"library\""), 14, "to = \"vault\"");
    CHECK(reason(text) == "out copies from vault, whose tapes must be fetched first");
    CHECK(reason(some_files() + "\n[[strategy]]\nid = \"s\"\n\n[[strategy.copy]]\nid = \"twin\"\n"
                                "to = \"library\"\nmethod = \"replication\"\nevery = \"1 h\"\n") ==
          "twin is a replica: no tape follows production all the time");
}

TEST_CASE("beside a recovery a backup to tape mounts and unloads as in the history") {
    // Two other workloads are due at 12:00 and take both drives: 120 s, 100 GB at 300 MB/s =
    // 333.333 s, 30 s each, until 12:08:03. The restore asks for a drive at 12:01:00.
    std::string text = R"(
[[strategy]]
id = "s"
copy = [{ id = "noon", to = "library", method = "full", every = "1 d", at = "12:00" }]

[[service]]
id = "all"
workloads = ["files"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
workloads = ["files"]
target = "61 min"
)";
    for (const char* id : {"files", "one", "two"})
        text += std::string("\n[[workload]]\nid = \"") + id + "\"\narray = \"" + id +
                "\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"200 GB\"\n"
                "change = \"0 %/d\"\nitem_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\n";
    text.replace(text.find("every = \"1 d\""), 13, "every = \"3 d\"");
    const SmallWorld world(text);
    CHECK(world.tell(world.strike("array", days{9} + 11h)) ==
          "files: back after 1:15:36, from noon, 71:00:00 lost\n"
          "  0:00:00  1:01:00  wait for a target\n"
          "  1:01:00  1:08:03  mount tapes (drives of library)\n"
          "  1:08:03  1:10:03  mount tapes\n"
          "  1:10:03  1:15:36  transfer\n");
}
