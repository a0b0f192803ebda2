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
    CHECK(result.report ==
          R"(world.toml:1:1: error: name: found nothing, expected text in quotes
world.toml:2:1: error: nmae: found an unknown key; did you mean "name"?
world.toml:3:11: error: horizon: found "3 fortnights", expected a span of the calendar such as "5 y", "18 months" or "30 days"
world.toml:8:6: error: site "darmstadt".id: found "darmstadt" again, expected a name that no other site has; the first is in world.toml:6
world.toml:11:6: error: machine "db 1".id: found "db 1", expected a name of letters, digits, - _ . /
world.toml:12:8: error: machine "db 1".site: found "darmstat", expected the id of a site: "darmstadt"; did you mean "darmstadt"?
world.toml:13:10: error: machine "db 1".colour: found "gren", expected "red" or "green"; did you mean "green"?
world.toml:14:8: error: machine "db 1".size: found the number 40, expected a size with unit such as "40 TB"; a bare number has no unit
world.toml:15:9: error: machine "db 1".share: found the number 1.5, expected a value at least 0 and at most 1; did you mean "1.5 %"?
world.toml:16:6: error: machine "db 1".at: found "25:00", expected a time of day such as "22:00"; there is no such time
world.toml:17:9: error: machine "db 1".speed: found "10 Gbit", expected a rate with unit such as "10 Gbit/s" or "300 MB/s"; did you mean "10 Gbit/s"?
world.toml:18:15: error: machine "db 1".depends_on[0]: found "powr", expected "power"
world.toml:19:12: error: machine "db 1".repair.triangel: found an unknown distribution, expected uniform, triangular, exponential, lognormal, weibull or bins
)");
}

TEST_CASE("wrong types are named as what they are") {
    const auto result = read_world(R"(
name = 5
low = "one"
high = 2.5
site = "darmstadt"
[[machine]]
id = ["a"]
site = { x = 1 }
size = true
colour = 2027-01-01
depends_on = "power"
bought = 7
[plan]
id = "p"
)");
    CHECK(result.report ==
          R"(world.toml:2:8: error: name: found the number 5, expected text in quotes
world.toml:3:7: error: low: found "one", expected a whole number
world.toml:4:8: error: high: found the number 2.5, expected a whole number
world.toml:5:8: error: site: found "darmstadt", expected a list of tables
world.toml:7:6: error: machine[0].id: found a list, expected a name of letters, digits, - _ . /
world.toml:8:8: error: machine[0].site: found a table, expected the id of a site
world.toml:9:8: error: machine[0].size: found true, expected a size with unit such as "40 TB"
world.toml:10:10: error: machine[0].colour: found the date 2027-01-01, expected "red" or "green"
world.toml:11:14: error: machine[0].depends_on: found "power", expected a list, each element the id of a machine or "power"
world.toml:12:10: error: machine[0].bought: found the number 7, expected a date or an instant in UTC such as 2027-01-01T06:00:00Z
world.toml:13:1: error: plan: found a table, expected a list of tables
)");
}

TEST_CASE("a rule across keys is asked only when the keys themselves are right") {
    CHECK(read_world("name = \"x\"\nlow = 5\nhigh = 3\n").report ==
          "world.toml:3:8: error: high: found the number 3, expected a value above \"low\"\n");
    CHECK(read_world("name = \"x\"\nlow = \"a\"\nhigh = -3\n").report ==
          "world.toml:2:7: error: low: found \"a\", expected a whole number\n");
}

TEST_CASE("ids are unique in their scope, and references see their own surroundings") {
    const std::string plans = R"(
name = "x"
[[plan]]
id = "one"
[[plan.step]]
id = "copy"
[[plan.step]]
id = "ship"
after = "copy"
[[plan]]
id = "two"
[[plan.step]]
id = "copy"
[[plan.step]]
id = "check"
after = "ship"
)";
    CHECK(read_world(plans).report ==
          "world.toml:16:9: error: plan \"two\".step \"check\".after: found \"ship\", expected the "
          "id of a step: \"check\" or \"copy\"\n");
}

TEST_CASE("a reference to a kind of which there is none says so") {
    const auto result =
        read_world("name = \"x\"\n[[machine]]\nid = \"m\"\nsize = \"1 B\"\nsite = \"a\"\n");
    CHECK(result.report ==
          "world.toml:5:8: error: machine \"m\".site: found \"a\", expected the id "
          "of a site, but none is defined\n");
}

TEST_CASE("names that exist outside the document satisfy references") {
    Diagnostics diagnostics;
    const auto document = files::load_text(
        "w", "name = \"x\"\n[[machine]]\nid = \"m\"\nsize = \"1 B\"\nsite = \"moon\"\n",
        diagnostics);
    const files::KnownNames known{{"site", {"moon"}}};
    files::read<World>(document, diagnostics, known);
    CHECK(to_string(diagnostics) == "");
}

TEST_CASE("figures with origin are read with their sources, or say why they are absent") {
    const auto good = read_world(R"(
name = "x"
figures = [
  { value = "128 KiB", source = "A2", date = 2026-08-07, confidence = "feed", note = "n" },
  { absent = "not stated" },
]
[source.A2]
title = "Price list"
)");
    CHECK(good.report == "");
    REQUIRE(good.world.figures.size() == 2);
    CHECK(*good.world.figures[0] == Bytes{131'072});
    CHECK(good.world.figures[0].origin.confidence == Confidence::feed);
    CHECK(!good.world.figures[1]);
    CHECK(good.world.figures[1].absent == "not stated");
}

TEST_CASE("figures without origin, and those of unknown sources, are faults") {
    const auto bad = read_world(R"(
name = "x"
figures = [
  "128 KiB",
  { value = "128 KiB", source = "A3", date = "2026-13-07", confidence = "fed" },
  { value = 5, source = "A2", date = 2026-08-07, confidence = "feed", nte = "n" },
  { absent = "" },
  { value = "1 B" },
]
[source.A2]
title = "Price list"
)");
    CHECK(
        bad.report ==
        R"(world.toml:4:3: error: figures[0]: found "128 KiB", expected { value = a size with unit such as "40 TB", source = ..., date = ..., confidence = ... } or { absent = "why" }
world.toml:5:33: error: figures[1].source: found "A3", expected the id of a source: "A2"; did you mean "A2"?
world.toml:5:46: error: figures[1].date: found "2026-13-07", expected a date such as "2027-01-31"; there is no such day
world.toml:5:73: error: figures[1].confidence: found "fed", expected "official", "feed", "secondary", "inferred" or "assumed"; did you mean "feed"?
world.toml:6:71: error: figures[2].nte: found an unknown key, expected one of the keys value, source, date, confidence or note; did you mean "note"?
world.toml:7:3: error: figures[3]: found a table, expected the reason why there is no figure
world.toml:8:3: error: figures[4].source: found nothing, expected the id of a source
world.toml:8:3: error: figures[4].date: found nothing, expected a date such as 2027-01-01
world.toml:8:3: error: figures[4].confidence: found nothing, expected "official", "feed", "secondary", "inferred" or "assumed"
)");
}

TEST_CASE("a flood of faults is cut off and counted") {
    std::string text = "name = \"x\"\n";
    for (int i = 0; i < 700; ++i) text += "k" + std::to_string(i) + " = 1\n";
    Diagnostics diagnostics;
    const auto document = files::load_text("w", text, diagnostics);
    files::read<World>(document, diagnostics);
    CHECK(diagnostics.error_count() == 500);
    CHECK(diagnostics.all().back().found == "200 more faults");
}
