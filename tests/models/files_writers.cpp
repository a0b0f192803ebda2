#include "models/files/effective.hpp"
#include "models/files/reference.hpp"
#include "models/files/schema.hpp"
#include "tests/models/files_sample.hpp"

#include <doctest/doctest.h>

using namespace sample;

namespace {

const std::string world_text = R"(name = "a \"small\" world"

[[site]]
id = "s"

[[machine]]
id = "a.b"
site = "s"
size = "1500 GB"
growth = "10 %/y"
repair = { lognormal = { median = "7 d", p90 = "20 d" } }

[[plan]]
id = "p"
[[plan.step]]
id = "one"

[source.A2]
title = "List"
)";

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the effective file states every value with its place or as a default") {
    const auto result = read_world(world_text, {{"site.s.crew.people", "3"}});
    REQUIRE(result.report == "");
    CHECK(files::effective_file(result.world, result.document, result.origins) ==
          R"(name = "a \"small\" world"  # world.toml:1
horizon = "5 y"  # default
low = 0  # default
high = 10  # default
figures = []  # default

[[site]]
id = "s"  # world.toml:4

[site.crew]
people = 3  # override site.s.crew.people
weekends = false  # default

[[machine]]
id = "a.b"  # world.toml:7
site = "s"  # world.toml:8
colour = "red"  # default
size = "1500 GB"  # world.toml:9
speed = "1 Gbit/s"  # default
share = 0.25  # default
growth = "0.1 /y"  # world.toml:10
repair = { lognormal = { median = "7 d", p90 = "20 d" } }  # world.toml:11
at = "00:00"  # default
# bought is not set
depends_on = []  # default

[[plan]]
id = "p"  # world.toml:14

[[plan.step]]
id = "one"  # world.toml:16
# after is not set

[source.A2]
title = "List"  # world.toml:19
url = ""  # default
# date is not set
)");
}

TEST_CASE("the effective file reads back as the same struct") {
    const auto first = read_world(world_text);
    const auto written = files::effective_file(first.world, first.document, first.origins);
    const auto second = read_world(written);
    CHECK(second.report == "");
    // Comments differ, as every value is now set in the file: compare what is before them.
    const auto again = files::effective_file(second.world, second.document, second.origins);
    const auto values = [](const std::string& file) {
        std::string kept;
        for (std::size_t at = 0; at < file.size();) {
            const auto end = file.find('\n', at);
            const auto line = file.substr(at, end - at);
            kept += line.substr(0, line.rfind("  # ")) + '\n';
            at = end + 1;
        }
        return kept;
    };
    CHECK(values(again) == values(written));
}

TEST_CASE("the schema names keys, words, patterns, bounds and what is required") {
    const auto schema = files::json_schema<World>("World");
    CHECK(contains(schema, R"("$schema": "https://json-schema.org/draft/2020-12/schema")"));
    CHECK(contains(schema, R"("additionalProperties": false)"));
    CHECK(contains(schema, R"("$ref": "#/$defs/size")"));
    CHECK(contains(schema, R"("description": "What it looks like.")"));
    CHECK(contains(schema, R"("exclusiveMinimum")") ==
          false);  // of a size, which is no bare number
    CHECK(contains(schema, R"("minimum": 0.0)"));
    CHECK(contains(schema, R"("default": "5 y")"));
    CHECK(contains(schema, "\"enum\": [\n        \"red\",\n        \"green\"\n      ]"));
    CHECK(schema == files::json_schema<World>("World"));
}

TEST_CASE("the reference has a section per table and explains the kinds of values") {
    const auto reference = files::reference_text<World>();
    CHECK(contains(reference, "| `name` | text | required | Name of the world. |\n"));
    CHECK(contains(reference, "## `[[plan.step]]`\n\nSteps, in any order.\n"));
    CHECK(contains(reference, "## `[source.NAME]`"));
    CHECK(contains(
        reference,
        "| `colour` | `\"red\"`, `\"green\"` | `\"red\"` | What it looks like.<br>`red`: stop. |"));
    CHECK(contains(
        reference,
        "| `share` | number | `0.25` | Share that changes. Allowed: at least 0 and at most 1. |"));
    CHECK(contains(reference, "| `people` | whole number | `4` |"));  // the site's own default
    CHECK(contains(reference, "| size | a size with unit such as \"40 TB\" | B, kB, MB,"));
}
