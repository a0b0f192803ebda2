// Which chain of stages decides, and on what its time went.
#include "models/recovery/critical_path.hpp"
#include "tests/models/small_world.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace reentry;
using namespace std::chrono_literals;
using small_world::SmallWorld;

namespace {

using days = std::chrono::days;

std::string workload(const std::string& id, const std::string& size, const std::string& more) {
    return "\n[[workload]]\nid = \"" + id + "\"\nkind = \"file-tree\"\nsite = \"here\"\nsize = \"" +
           size + "\"\nchange = \"0 %/d\"\nitem_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\n" +
           more;
}

const std::string rest = R"(
[[service]]
id = "all"
workloads = ["first", "second"]
minimum = ["second"]
rto = "1 d"
rpo = "1 d"

[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
detection = "10 min"

[[strategy]]
id = "s"
connection = "internet"

[[strategy.copy]]
id = "nightly"
method = "full"
every = "1 d"
)";

std::string seconds_of(const std::vector<Spent>& all) {
    std::string text;
    for (const auto& spent : all)
        text += fmt::format(" {} {:.0f} s;", spent.on, sim::to_seconds(spent.time));
    return text;
}

// The path as text: workload, stage, and what its time went by on.
std::string path_of(const SmallWorld& world, const RecoveryResult& result) {
    std::string text;
    for (const auto& step : result.outcome.critical)
        text += fmt::format("{}, {}:{}\n", world.scenario->workloads[step.workload].id,
                            stage_name(step.stage), seconds_of(step.spent));
    return text;
}

}  // namespace

TEST_CASE("the critical path goes through what was waited for") {
    // The second is there after 100 s of transfer but needs the first, which verifies for 2 h.
    const SmallWorld world(
        workload("first", "20 GB", "stages = { verify = \"2 h\" }\n") +
        workload("second", "20 GB", "depends_on = [\"first\"]\nstages = { start = \"5 min\" }\n") +
        rest + "to = \"disk\"\n");
    const auto result = world.strike("array", days{9} + 12h);
    // Both read 10 GB at 50 MB/s.
    CHECK(path_of(world, result) ==
          "first, detect: detection 600 s;\n"
          "first, transfer: reading from disk 200 s;\n"
          "first, verify: verification 7200 s;\n"
          "second, start: start 300 s;\n");
    CHECK(result.outcome.bottleneck.name == "verification");
    CHECK(result.outcome.bottleneck.time == 2h);
    CHECK(result.outcome.top_bottleneck.name == "verification");
}

TEST_CASE("a transfer tells what held it back, and when that changed") {
    // 10 GB and 40 GB over a line of 50 MB/s: 25 MB/s each for 400 s, then 30 GB at 50 MB/s.
    const SmallWorld world(workload("first", "20 GB", "") + workload("second", "80 GB", "") + rest +
                           "to = \"provider/hot\"\n");
    const auto result = world.strike("array", days{9} + 12h);
    CHECK(path_of(world, result) ==
          "second, detect: detection 600 s;\n"
          "second, transfer: round trip 0 s; link internet 1000 s;\n");
    CHECK(result.outcome.bottleneck.name == "link internet");
}

TEST_CASE("what the workload itself can take is a bottleneck as well") {
    const SmallWorld world(workload("first", "20 GB", "") +
                           workload("second", "20 GB", "stages = { rehydrate = \"10 MB/s\" }\n") +
                           rest + "to = \"disk\"\n");
    const auto result = world.strike("array", days{9} + 12h);
    // 20 GB rebuilt at 10 MB/s.
    CHECK(result.outcome.bottleneck.name == "rehydration");
    CHECK(result.outcome.bottleneck.time == 2'000s);
}

TEST_CASE("a thaw tells requests and wait apart") {
    const SmallWorld world(workload("first", "20 GB", "") + workload("second", "20 GB", "") + rest +
                           "to = \"provider/archive\"\n");
    const auto result = world.strike("array", days{9} + 12h);
    // 157 objects each at 100 a second, the second behind the first.
    CHECK(path_of(world, result) ==
          "second, detect: detection 600 s;\n"
          "second, thaw: thaw requests of provider/archive 3 s; thaw wait of provider/archive "
          "14400 s;\n"
          "second, transfer: round trip 0 s; link internet 398 s;\n");
    CHECK(result.outcome.bottleneck.name == "thaw wait of provider/archive");
}

TEST_CASE("spans and path are kept only when they are asked for, the bottleneck always") {
    const SmallWorld world(workload("first", "20 GB", "") + workload("second", "20 GB", "") + rest +
                           "to = \"disk\"\n");
    const auto quiet =
        recover(world.what, world.history, world.damage("array", days{9} + 12h)).outcome;
    CHECK(quiet.workloads.front().spans.empty());
    CHECK(quiet.critical.empty());
    CHECK(quiet.bottleneck.name == "detection");
}
