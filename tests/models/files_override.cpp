#include "tests/models/files_sample.hpp"

#include <doctest/doctest.h>

using namespace sample;
using namespace std::chrono_literals;

namespace {

const std::string text = R"(
name = "x"
[[site]]
id = "s"
[[machine]]
id = "a.b"
site = "s"
size = "1 TB"
[[machine]]
id = "m"
site = "s"
size = "1 TB"
)";

}  // namespace

TEST_CASE("overrides set values by dotted key, elements of lists by id or position") {
    const auto result = read_world(text, {{"machine.m.size", "20 GB"},
                                          {"machine.\"a.b\".share", "0.5"},
                                          {"machine[1].speed", "20 Gbit/s"},
                                          {"machine.m.repair", "{ uniform = [\"1 h\", \"3 h\"] }"},
                                          {"site.s.crew.people", "7"},
                                          {"site.s.night.weekends", "true"},
                                          {"name", "a new name"}});
    CHECK(result.report == "");
    CHECK(result.world.name == "a new name");
    CHECK(result.world.machines[1].size == Bytes{20'000'000'000});
    CHECK(result.world.machines[1].speed == Rate{2.5e9});
    CHECK(result.world.machines[1].repair.figures == std::vector<sim::Duration>{1h, 3h});
    CHECK(result.world.machines[0].share == 0.5);
    CHECK(result.world.sites[0].crew.people == 7);
    CHECK(result.world.sites[0].night->weekends);
    CHECK(result.document.files[result.origins.at("machine.m.size").file] ==
          "override machine.m.size");
}

TEST_CASE("a faulty override is reported like a faulty file, in its own name") {
    CHECK(
        read_world(text, {{"machine.m.size", "20"}}).report ==
        "override machine.m.size: error: machine \"m\".size: found the number 20, expected a size "
        "with unit such as \"40 TB\"; a bare number has no unit\n");
    CHECK(
        read_world(text, {{"machine.m.sized", "20 GB"}}).report ==
        "override machine.m.sized: error: machine \"m\".sized: found an unknown key; did you mean "
        "\"size\"?\n");
    CHECK(read_world(text, {{"machine.n.size", "20 GB"}}).report ==
          "override machine.n.size: error: found \"n\", expected \"a.b\" or \"m\"\n");
    CHECK(read_world(text, {{"machine[7].size", "20 GB"}}).report ==
          "override machine[7].size: error: found element 7, expected an element below 2\n");
    CHECK(read_world(text, {{"name.x", "20 GB"}}).report ==
          "override name.x: error: found a way into \"x\", expected the address of a value\n");
    for (const char* address :
         {"", ".", "a..b", "a.", "a[", "a[x]", "\"a", "[0]", "a[99999999999999999999]"})
        CHECK(read_world(text, {{address, "1"}}).report.find("keys joined by dots") !=
              std::string::npos);
}
