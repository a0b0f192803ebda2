// What comes back when some of the alike members of an entry were hit: so many of them, each at the
// speed of one.
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

// Entry "it", of which one member fails, or a hundredth is deleted, on day 9 at 12:00; its last
// full of midnight lies on the disk, which reads 100 MB/s. Data halve.
SmallWorld entry(const std::string& kind, const std::string& more, const std::string& stages,
                 const std::string& copy = "") {
    return SmallWorld("\n[[workload]]\nid = \"it\"\nkind = \"" + kind +
                      "\"\nsite = \"here\"\nrto = \"1 d\"\nrpo = \"1 d\"\nitem_size = \"1 MB\"\n" +
                      more + "\nstages = { " + stages + R"( }

[[service]]
id = "all"
workloads = ["it"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "system"
kind = "failed-system"
rate = "1 /y"
site = "here"
share = 0.01

[[incident]]
id = "deleted"
kind = "deleted-data"
rate = "1 /y"
site = "here"
share = 0.01

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"

[[strategy]]
id = "s"

[[strategy.copy]]
id = "nightly"
to = "disk"
every = "1 d"
method = "full"
)" + copy);
}

std::string told(const SmallWorld& world, const char* incident) {
    return world.tell(world.strike(incident, days{9} + 12h));
}

// Stored bytes that were read.
std::int64_t read(const SmallWorld& world, const char* incident) {
    return world.strike(incident, days{9} + 12h).outcome.workloads.front().bytes_read;
}

}  // namespace

TEST_CASE("one machine of twenty comes back at the speed of one") {
    // 400 GB in 20 machines: 20 GB in one, imported at 10 MB/s.
    const auto world =
        entry("virtual-machines", "count = 20\nsize = \"400 GB\"\nchange = \"0 %/d\"",
              "import_rate = \"10 MB/s\"");
    CHECK(told(world, "system") ==
          "it: back after 0:33:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:33:20  transfer\n");
    // All of them: 400 GB at 200 MB/s, 100 MB/s of what travels.
    CHECK(told(world, "array") ==
          "it: back after 0:33:20, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:33:20  transfer\n");
}

TEST_CASE("one database of ten fetches and replays its own logs") {
    // Base of 10 GB, 5 GB stored: 50 s. A tenth of 10 MB/s of logs over 12 h is 43.2 GB, 21.6 GB
    // stored: 216 s; one thread replays them at 60 MB/s: 720 s.
    const auto world =
        entry("postgresql", "count = 10\nsize = \"100 GB\"\nchange = \"0 %/d\"\nlogs = \"10 MB/s\"",
              "replay = \"60 MB/s\"", "ship_logs = \"15 min\"\n");
    CHECK(told(world, "system") ==
          "it: back after 0:12:50, from nightly, 0:00:00 lost\n"
          "  0:00:00  0:00:50  transfer\n"
          "  0:00:50  0:04:26  fetch logs\n"
          "  0:00:50  0:12:50  replay logs\n");
    CHECK(read(world, "system") == 26'600'000'000);
    CHECK(read(world, "array") == 266'000'000'000);
}

TEST_CASE("bytes that were lost are those of the members that were hit") {
    const auto world =
        entry("virtual-machines",
              "count = 10\nsize = \"100 GB\"\nchange = \"10 %/d\"\nhot_share = 1.0", "");
    const auto lost = [&world](const char* incident) {
        return world.strike(incident, days{9} + 12h).outcome.workloads.front().bytes_lost;
    };
    // Half a day: 100 GB x (1 - exp(-0.05)) = 4.877 GB.
    CHECK(static_cast<double>(lost("array")) == doctest::Approx(4.877e9).epsilon(1e-4));
    CHECK(static_cast<double>(lost("system")) == doctest::Approx(0.4877e9).epsilon(1e-4));
}

TEST_CASE("a cluster that failed alone creates all of its objects") {
    // 6,000 objects at 10 a second, five rounds of two volumes at 20 s; 50 GB stored at 100 MB/s.
    const auto world = entry("kubernetes", "count = 2\nsize = \"200 GB\"\nchange = \"0 %/d\"",
                             "api_objects = 6000, api_objects_per_second = 10, volumes = 10, "
                             "volumes_at_once = 2, provision = \"20 s\"");
    CHECK(told(world, "system") ==
          "it: back after 0:20:00, from nightly, 12:00:00 lost\n"
          "  0:00:00  0:10:00  create objects\n"
          "  0:10:00  0:11:40  provision volumes\n"
          "  0:11:40  0:20:00  transfer\n");
}

TEST_CASE("a hundredth that was deleted comes back alone where a part can be read") {
    // 100 GB, 50 GB stored: files alone; a database whole; of four databases the one that it lies
    // in; and whole volumes, where the product brings nothing less.
    const std::string size = "size = \"100 GB\"\nchange = \"0 %/d\"";
    CHECK(read(entry("file-tree", size, ""), "deleted") == 500'000'000);
    CHECK(read(entry("postgresql", size, ""), "deleted") == 50'000'000'000);
    CHECK(read(entry("postgresql", "count = 4\n" + size, ""), "deleted") == 12'500'000'000);
    CHECK(read(entry("file-tree", size, "", "integration = \"volumes\"\n"), "deleted") ==
          50'000'000'000);
}
