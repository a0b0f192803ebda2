// Backups of what was not hit, which go on beside a recovery and take their part of what both use.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// Two workloads of 200 GB that halve are backed up to the disk every night. On day 9 at 12:00 the
// first fails; then the other's first full is on its way from the disk to the provider.
std::string told(const std::string& first_full) {
    std::string text;
    for (const char* id : {"files", "others"})
        text += "\n[[workload]]\nid = \"" + std::string(id) +
                "\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"200 GB\"\nchange = \"0 %/d\"\n"
                "item_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\n";
    const SmallWorld world(text + R"(
[[service]]
id = "all"
workloads = ["files"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-system"
workloads = ["files"]
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "nightly"
to = "disk"
method = "full"
every = "1 d"

[[strategy.copy]]
id = "first"
workloads = ["others"]
from = "nightly"
to = "provider/hot"
method = "full"
every = "28 d"
at = "12:00"
)" + first_full);
    return world.tell(world.strike("array", days{9} + 12h));
}

}  // namespace

TEST_CASE("a first full on the line is read beside a restore, one with the courier is gone") {
    // The full of 100 GB began 1,000 s before, at 50 MB/s. For 1,000 s the disk gives 50 MB/s to
    // its other 50 GB and 50 MB/s to the restore, which then has 50 GB to go at 100 MB/s.
    CHECK(told("hold = \"776600 s\"\n") ==
          "files: back after 0:25:00, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:25:00  transfer\n");
    CHECK(told("seed = { by = \"shipment\", order = \"2 d\", courier = \"20 d\" }\n") ==
          "files: back after 0:16:40, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:16:40  transfer\n");
}
