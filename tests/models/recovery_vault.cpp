// Tapes off site: one courier for all, and a library that reads them when their own is lost.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// Two workloads of 60 GB in the vault; the second prepares half an hour longer.
const std::string two = R"(
[[workload]]
id = "first"
kind = "file-tree"
site = "here"
size = "120 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"

[[workload]]
id = "second"
kind = "file-tree"
site = "here"
size = "120 GB"
change = "0 %/d"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
stages = { prepare = "30 min" }

[[service]]
id = "all"
workloads = ["first", "second"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "site"
kind = "lost-site"
rate = "1 /y"
site = "here"
recover_at = "there"

[[strategy]]
id = "s"

[[strategy.copy]]
id = "vaulted"
to = "away"
method = "full"
every = "7 d"

[[store]]
id = "small-library"
kind = "tape-library"
site = "there"
equipment = "library"
drives = 1

[[store]]
id = "away"
kind = "vault"
site = "there"
equipment = "none"
library = "library"
reader = "small-library"
courier = "6 h"
)";

}  // namespace

TEST_CASE(
    "the tapes of a lost library are read by the one named for that, with the drives it has") {
    const SmallWorld world(two);
    // One trip of 6 h brings both; the second waits only for what is left of it. The small library
    // has one drive: 120 s and 60 GB / 300 MB/s = 200 s for each, one after the other.
    CHECK(world.tell(world.strike("site", days{9})) ==
          "first: back after 6:05:20, from vaulted, 48:00:00 lost\n"
          "  0:00:00  6:00:00  courier\n"
          "  6:00:00  6:02:00  mount tapes\n"
          "  6:02:00  6:05:20  transfer\n"
          "second: back after 6:10:40, from vaulted, 48:00:00 lost\n"
          "  0:00:00  0:30:00  prepare target\n"
          "  0:30:00  6:00:00  courier\n"
          "  6:00:00  6:05:20  mount tapes (drives of small-library)\n"
          "  6:05:20  6:07:20  mount tapes\n"
          "  6:07:20  6:10:40  transfer\n");
}

TEST_CASE("a tape is in the vault when the next trip has brought it") {
    const SmallWorld world(two +
                           "\n[[incident]]\nid = \"array\"\nkind = \"failed-array\"\nrate = \"1 "
                           "/y\"\nsite = \"here\"\n");
    const auto loss = [&](sim::Duration after) {
        return world.strike("site", after).outcome.data_loss;
    };
    // Written in the first minutes of day 7, it leaves at the end of that day and is there 6 h
    // later; until then the site takes it along, and the tape of day 0 is the newest.
    CHECK(loss(days{7} + 12h) == days{7} + 12h);
    CHECK(loss(days{8} + 6h - 1s) == days{8} + 6h - 1s);
    CHECK(loss(days{8} + 6h) == days{1} + 6h);
    // What has not left is read where it was written, without a courier: 120 s and 200 s in a drive
    // of its own each.
    CHECK(world.tell(world.strike("array", days{7} + 12h)) ==
          "first: back after 0:05:20, from vaulted, 12:00:00 lost\n"
          "  0:00:00  0:02:00  mount tapes\n"
          "  0:02:00  0:05:20  transfer\n"
          "second: back after 0:35:20, from vaulted, 12:00:00 lost\n"
          "  0:00:00  0:30:00  prepare target\n"
          "  0:30:00  0:32:00  mount tapes\n"
          "  0:32:00  0:35:20  transfer\n");
}

TEST_CASE(
    "a strategy pays for the library that writes its tapes and for the one that may read them") {
    const SmallWorld world(two);
    std::vector<std::string> held;
    for (const auto& piece : world.what.held) held.push_back(piece.resource + " " + piece.option);
    CHECK(held == std::vector<std::string>{"library library", "library drive",
                                           "small-library library", "small-library drive"});
}

TEST_CASE("a vault's reader is a library") {
    auto text = two;
    text.replace(text.find("reader = \"small-library\""), 24, "reader = \"disk\"");
    CHECK(
        small_world::faults_of(text) ==
        "small.toml:113:10: error: store \"away\".reader: found \"disk\", expected a store of kind "
        "\"tape-library\"\n");
}

TEST_CASE("cartridges in a vault are the library's, the shelf is the vault's, trips are counted") {
    const SmallWorld world(two);
    const auto& ledger = world.history.ledger;
    double on_shelf = 0, on_tape = 0;
    for (const auto& entry : ledger.stored()) {
        const double lain =
            static_cast<double>(entry.bytes) * sim::to_seconds(entry.to - entry.from);
        (ledger.name(entry.resource) == "away" ? on_shelf : on_tape) += lain;
    }
    CHECK(on_shelf > 0);
    CHECK(on_shelf == on_tape);
    // Two tapes are written on each of four Mondays: four trips there; one trip brings them back.
    CHECK(ledger.counted().size() == 4);
    for (const auto& entry : ledger.counted()) CHECK(entry.meter == Meter::shipment);
    const auto usage = world.strike("site", days{9}).usage;
    REQUIRE(usage.counted().size() == 1);
    CHECK(usage.counted().front().meter == Meter::shipment);
}
