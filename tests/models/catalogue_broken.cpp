// Faults in catalogue files and what is said of them.
#include "models/catalogue/catalogue.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace reentry;

namespace {

// A provider without fault; tests replace one piece of it.
const std::string sound = R"(id = "small"
name = "Small"
vendor = "Small Ltd"
region = "one"
country = "DE"
legal_home = "DE"
currency = "EUR"
latitude = 50.0
longitude = 8.0
price_list = 2026-01-01
rtt = { value = "2 ms", source = "list", date = 2026-01-01, confidence = "assumed" }
gigabyte = "GB"

[source.list]
title = "Price list"

[[tier]]
id = "hot"
class = "hot"
product = "Store"
first_byte = { absent = "not stated" }
stream_rate = { absent = "not stated" }
aggregate_rate = { absent = "not stated" }
puts_per_second = { absent = "not stated" }
gets_per_second = { absent = "not stated" }
max_object = { absent = "not stated" }
lockable = { absent = "not stated" }
durability = { absent = "not stated" }
availability = { absent = "not stated" }

[tier.price]
storage = { price = "0.02", per = "GB-month", source = "list", date = 2026-01-01, confidence = "feed" }
put = { price = "0.05", per = "10000 requests", source = "list", date = 2026-01-01, confidence = "feed" }

[exit]
offer = "none"
at_cost_from = { absent = "not stated" }
free_from = { absent = "not stated" }
at_cost = { absent = "not stated" }
)";

std::string said_of(const std::string& text) {
    Diagnostics diagnostics;
    read_provider_text("small.toml", text, diagnostics);
    return to_string(diagnostics);
}

// What is said when `piece` of the sound file is replaced.
std::string said(const std::string& piece, const std::string& by) {
    std::string text = sound;
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    return said_of(text.replace(at, piece.size(), by));
}

}  // namespace

TEST_CASE("the sample is sound") { CHECK(said_of(sound).empty()); }

TEST_CASE("a source that is not declared is named with the nearest") {
    CHECK(said(R"(source = "list", date = 2026-01-01, confidence = "assumed")",
               R"(source = "lsit", date = 2026-01-01, confidence = "assumed")") ==
          R"(small.toml:11:34: error: rtt.source: found "lsit", expected the id of a source: )"
          R"("list"; did you mean "list"?)"
          "\n");
}

TEST_CASE("a price says where it comes from") {
    CHECK(said(R"("GB-month", source = "list", date)", R"("GB-month", date)") ==
          R"(small.toml:32:11: error: tier "hot".price "storage".source: expected the id of )"
          R"(a source)"
          "\n");
}

TEST_CASE("a price is stated or absent, never both") {
    CHECK(
        said(R"(storage = { price = "0.02",)", R"(storage = { absent = "why", price = "0.02",)") ==
        R"(small.toml:32:37: error: tier "hot".price "storage".price: found "0.02", )"
        R"(expected either a price or the reason why it is absent)"
        "\n");
    CHECK(said(R"(storage = { price = "0.02",)", "storage = {") ==
          R"(small.toml:32:11: error: tier "hot".price "storage".price: expected either a )"
          R"(price or the reason why it is absent)"
          "\n");
}

TEST_CASE("a price is an exact number in quotes") {
    CHECK(said(R"(price = "0.02")", "price = 0.02") ==
          R"(small.toml:32:21: error: tier "hot".price "storage".price: found the number )"
          R"(0.02, expected an exact number in quotes such as "0.0245"; numbers without )"
          R"(quotes are rounded to binary ones)"
          "\n");
}

TEST_CASE("an unknown unit is answered with an example") {
    CHECK(said("\"GB-month\"", "\"GB/month\"") ==
          R"(small.toml:32:35: error: tier "hot".price "storage".per: found "GB/month", )"
          R"(expected the unit of a price such as "GB-month" or "1000 requests")"
          "\n");
}

TEST_CASE("a price for no known meter is answered with the nearest") {
    CHECK(said("put = {", "putt = {") ==
          R"(small.toml:33:8: error: tier "hot".price "putt": found "putt", expected the )"
          R"(name of a meter, or a list of them after `for`; did you mean "put"?)"
          "\n");
}

TEST_CASE("two prices of one meter are one too many") {
    CHECK(said("put = {",
               "other = { price = \"1\", for = [\"put\"], source = \"list\", date = "
               "2026-01-01, confidence = \"feed\" }\nput = {") ==
          R"(small.toml:34:7: error: tier "hot".price "put": found put again, expected one )"
          R"(price for each meter; also in other)"
          "\n");
}

TEST_CASE("bands rise and end without a border") {
    CHECK(said(R"(price = "0.02",)",
               R"(bands = [{ up_to = "10", price = "2" }, { up_to = "5", price = "1" }],)") ==
          R"(small.toml:32:21: error: tier "hot".price "storage".bands: found a list, )"
          R"(expected rising upper borders, and none in the last band)"
          "\n");
}

TEST_CASE("a tier serves a class that exists") {
    CHECK(said(R"(class = "hot")", R"(class = "warm")") ==
          R"(small.toml:19:9: error: tier "hot".class: found "warm", expected hot, cool, )"
          R"(cold, archive or deep-archive)"
          "\n");
}

TEST_CASE("rules name tiers of the same provider") {
    CHECK(said("[tier.price]", "[tier.rules]\nthawed_tier = \"hto\"\n[tier.price]") ==
          R"(small.toml:32:15: error: tier "hot".rules.thawed_tier: found "hto", expected )"
          R"(the id of a tier: "hot"; did you mean "hot"?)"
          "\n");
}

TEST_CASE("a figure that the simulation needs is stated or absent, never left out") {
    CHECK(said("lockable = { absent = \"not stated\" }\n", "") ==
          R"(small.toml:17:1: error: tier "hot".lockable: found nothing, expected { value = )"
          R"(true or false, source = ..., date = ..., confidence = ... } or { absent = "why" )"
          R"(})"
          "\n");
}

TEST_CASE("a key that nothing knows is answered with the nearest") {
    CHECK(said("product =", "prodcut =") ==
          R"(small.toml:17:1: error: tier "hot".product: found nothing, expected text in quotes)"
          "\n"
          R"(small.toml:20:1: error: tier "hot".prodcut: found an unknown key; did you mean )"
          R"("product"?)"
          "\n");
}

TEST_CASE("a currency without a rate cannot be turned over") {
    const std::string text = R"(id = "box"
name = "Box"
kind = "disk"
currency = "EUR"
price_list = 2026-01-01
[source.list]
title = "Price list"
[exchange.USD]
rate = { value = "0.85", source = "list", date = 2026-01-01, confidence = "assumed" }
[disk]
usable = { absent = "not stated" }
raw_over_usable = { absent = "not stated" }
pieces_at_least = { absent = "not stated" }
[[asset]]
id = "server"
life_years = { absent = "not stated" }
[asset.price]
amount = "10"
currency = "USB"
source = "list"
date = 2026-01-01
confidence = "feed"
[running]
kwh = { absent = "not stated" }
rack_unit_year = { absent = "not stated" }
person_year = { absent = "not stated" }
pue = { absent = "not stated" }
)";
    Diagnostics diagnostics;
    read_equipment_text("box.toml", text, diagnostics);
    CHECK(to_string(diagnostics) ==
          R"(box.toml:19:12: error: asset "server".price.currency: found "USB", expected a )"
          R"(currency with an exchange rate: EUR or USD; did you mean "USD"?)"
          "\n");
}

TEST_CASE("a dated catalogue beside the old one is another edition, not another provider") {
    Diagnostics faults;
    Catalogue catalogue;
    const auto named = [&](const std::string& id) {
        Provider provider = read_provider_text("small.toml", sound, faults);
        provider.id = id;
        catalogue.add(std::move(provider));
    };
    for (const char* id :
         {"small", "small-2026-10-03", "small-2026-11-03", "small-2026-13-03", "other-2026-10-03"})
        named(id);
    CHECK(to_string(faults) == "");
    std::vector<std::string> ids;
    for (const auto* provider : catalogue.providers()) ids.push_back(provider->id);
    CHECK(ids == std::vector<std::string>{"other-2026-10-03", "small", "small-2026-13-03"});
    const auto editions = catalogue.editions_of("small");
    REQUIRE(editions.size() == 2);
    CHECK(editions[0]->id == "small-2026-10-03");
    CHECK(catalogue.provider("small-2026-11-03") != nullptr);
}

TEST_CASE("a file is named after its id, and a folder without catalogues is said to be none") {
    const auto folder = std::filesystem::temp_directory_path() / "reentry-catalogue-test";
    std::filesystem::create_directories(folder / "providers");
    std::ofstream(folder / "providers" / "tiny.toml") << sound;
    Diagnostics diagnostics;
    const auto catalogue = Catalogue::read(folder, diagnostics);
    std::filesystem::remove_all(folder);
    CHECK(catalogue.providers().empty());
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].found == "\"small\"");
    CHECK(diagnostics.all()[0].expected == "the name of the file, \"tiny\"");

    Diagnostics none;
    Catalogue::read(folder, none);
    CHECK(none.has_errors());
}
