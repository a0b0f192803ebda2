#include "tests/models/files_sample.hpp"

#include <doctest/doctest.h>

using namespace sample;
using namespace std::chrono_literals;

TEST_CASE("a struct is read with its units, nested tables and defaults") {
    const auto [world, report, origins, document] = read_world(R"(
name = "small"
horizon = "18 months"

[[site]]
id = "darmstadt"
crew.weekends = true
[site.night]
people = 1

[[machine]]
id = "db-1"
site = "darmstadt"
colour = "green"
size = "40 TB"
share = "20 %"
growth = "10 %/y"
repair = { triangular = ["1 h", "2 h", "6 h"] }
at = "22:30"
bought = 2027-01-01
depends_on = ["power"]
)");
    CHECK(report == "");
    CHECK(world.name == "small");
    CHECK(world.horizon == CalendarSpan{0, 18, 0});
    REQUIRE(world.sites.size() == 1);
    CHECK(world.sites[0].crew.people == 4);  // the default of the site, not that of a crew
    CHECK(world.sites[0].crew.weekends);
    REQUIRE(world.sites[0].night);
    CHECK(world.sites[0].night->people == 1);
    REQUIRE(world.machines.size() == 1);
    const auto& machine = world.machines[0];
    CHECK(machine.colour == Colour::green);
    CHECK(machine.size == Bytes{40'000'000'000'000});
    CHECK(machine.speed == Rate{125e6});
    CHECK(machine.share == doctest::Approx(0.2));
    CHECK(machine.growth.per_year() == doctest::Approx(0.1));
    CHECK(machine.repair.spread == Spread::triangular);
    CHECK(machine.repair.figures == std::vector<sim::Duration>{1h, 2h, 6h});
    CHECK(machine.at == 22h + 30min);
    CHECK(*machine.bought == sim::midnight(std::chrono::year{2027} / 1 / 1));
    CHECK(origins.at("machine.db-1.size").line == 15);
    CHECK(origins.count("machine.db-1.speed") == 0);
}

TEST_CASE("all faults are reported at once, with place, key, finding and what would be right") {
    const auto result = read_world(R"(
nmae = "small"
horizon = "3 fortnights"

[[site]]
id = "darmstadt"
[[site]]
id = "darmstadt"

[[machine]]
id = "db 1"
site = "darmstat"
colour = "gren"
size = 40
share = 1.5
at = "25:00"
speed = "10 Gbit"
depends_on = ["powr"]
repair = { triangel = ["1 h"] }
)");
    MESSAGE(result.report);
    CHECK(result.report.find("world.toml:2:1: error: nmae: found an unknown key; did you mean "
                             "\"name\"?") != std::string::npos);
}
