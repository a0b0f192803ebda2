// Global options, starters, files and formats that golden files cannot show.
#include "models/scenario/scenario_file.hpp"
#include "tests/cli/command_run.hpp"
#include "tests/cli/scratch_folder.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <set>

namespace {

const std::string golden = reentry::in_root("tests/cli/golden/");

// All keys of a JSON Schema's objects.
void keys_of(const nlohmann::json& schema, std::set<std::string>& keys) {
    if (schema.is_object() && schema.contains("properties"))
        for (const auto& [key, inner] : schema.at("properties").items()) keys.insert(key);
    if (schema.is_structured())
        for (const auto& inner : schema) keys_of(inner, keys);
}

}  // namespace

TEST_CASE("colours are used on a terminal only, unless asked for or refused") {
    World terminal;
    terminal.terminal = true;
    World refusing = terminal;
    refusing.environment = {{"NO_COLOR", "1"}};
    const std::vector<std::string> check{"check", golden + "broken.toml"};
    const auto coloured = [&](const World& world, const char* colour) {
        return reentry_run({"--color", colour, check[0], check[1]}, world).err.find("\x1b[") !=
               std::string::npos;
    };
    CHECK(coloured(terminal, "auto"));
    CHECK(!coloured(World{}, "auto"));
    CHECK(!coloured(refusing, "auto"));
    CHECK(!coloured(terminal, "never"));
    CHECK(coloured(refusing, "always"));
}

TEST_CASE("the folder of the catalogues is an option, a variable, or the installed one") {
    World elsewhere;
    elsewhere.data = "/nowhere";
    CHECK(reentry_run({"catalogue", "list"}, elsewhere).code == 1);
    CHECK(reentry_run({"catalogue", "list", "--data", golden + "data"}, elsewhere).code == 0);
    elsewhere.environment = {{"REENTRY_DATA", golden + "data"}};
    CHECK(reentry_run({"catalogue", "list"}, elsewhere).code == 0);
    CHECK(reentry_run({"--data", "/nowhere", "catalogue", "list"}, elsewhere).code == 1);
}

TEST_CASE("a catalogue file with an error is told and stops every command that needs prices") {
    const ScratchFolder folder;
    std::filesystem::copy(golden + "data", folder.path, std::filesystem::copy_options::recursive);
    folder.write("providers/south.toml", "id = \"south\"\n");
    const auto run = reentry_run({"catalogue", "list", "--data", folder.path.string()});
    CHECK(run.code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find("south.toml") != std::string::npos);
}

TEST_CASE("starters have no errors, and a file is never overwritten") {
    const ScratchFolder folder;
    for (const std::string kind : {"small", "full"}) {
        CAPTURE(kind);
        const auto path = (folder.path / (kind + ".toml")).string();
        World world;
        world.data = reentry::in_root("data");
        CHECK(reentry_run({"new", path, "--template", kind}, world).code == 0);
        const auto check = reentry_run({"check", path}, world);
        CHECK(check.code == 0);
        const auto again = reentry_run({"new", path, "--template", "small"}, world);
        CHECK(again.code == 1);
        CHECK(again.err.find("nothing is overwritten") != std::string::npos);
    }
    CHECK(folder.text("full.toml") == reentry_run({"new", "-", "--template", "full"}).out);
}

TEST_CASE("the full starter shows every key of the scenario format") {
    std::set<std::string> keys;
    keys_of(nlohmann::json::parse(reentry_run({"schema"}).out), keys);
    REQUIRE(keys.size() > 60);
    const auto starter = reentry_run({"new", "-", "--template", "full"}).out;
    for (const auto& key : keys) {
        CAPTURE(key);
        const bool shown = starter.find(key + " =") != std::string::npos ||
                           starter.find("[" + key + "]") != std::string::npos ||
                           starter.find("." + key + "]") != std::string::npos;
        CHECK(shown);
    }
}

TEST_CASE("reentry schema prints the JSON Schema of scenarios") {
    CHECK(reentry_run({"schema"}).out == reentry::scenario_schema());
}

TEST_CASE("the effective scenario is a scenario without errors") {
    const ScratchFolder folder;
    folder.write("complete.toml", reentry_run({"check", golden + "tiny.toml", "--effective"}).out);
    CHECK(reentry_run({"check", (folder.path / "complete.toml").string()}).code == 0);
}

// 10 TB for the 744 h of January are 10,000 GB * 744/730 = 10,191.780822 GB-months at 0.01 EUR,
// 1,000 puts cost 0.005 EUR, and of 300 GB sent 200 are not free: 2 EUR. Together 103.922808.
TEST_CASE("a bill adds up to the sum worked out by hand, in every format") {
    const std::vector<std::string> bill{"bill", golden + "usage.csv", "--catalogue", "north"};
    const auto in = [&](const std::string& format) {
        auto arguments = bill;
        arguments.insert(arguments.end(), {"--format", format});
        return reentry_run(arguments).out;
    };
    CHECK(in("table").find("Total 103.92 EUR") != std::string::npos);
    CHECK(in("markdown").find("Total 103.92 EUR") != std::string::npos);
    CHECK(in("json").find("103.922808219") != std::string::npos);
    CHECK(in("csv").find("101.917808219") != std::string::npos);
    CHECK(in("focus").find("BilledCost") != std::string::npos);
}

TEST_CASE("a bill can be a spreadsheet, and usage can come from standard input") {
    const ScratchFolder folder;
    const auto path = (folder.path / "bill.xlsx").string();
    const auto to_file = reentry_run(
        {"bill", golden + "usage.csv", "--catalogue", "north", "--format", "xlsx", "-o", path});
    CHECK(to_file.code == 0);
    CHECK(folder.text("bill.xlsx").substr(0, 2) == "PK");
    World world;
    std::ifstream usage(golden + "usage.csv");
    world.input.assign(std::istreambuf_iterator<char>(usage), {});
    CHECK(reentry_run({"bill", "-", "--catalogue", "north"}, world).out ==
          reentry_run({"bill", golden + "usage.csv", "--catalogue", "north"}).out);
}

TEST_CASE("a bill can be rated with a catalogue file") {
    const auto named = reentry_run({"bill", golden + "usage.csv", "--catalogue", "north"}).out;
    CHECK(reentry_run(
              {"bill", golden + "usage.csv", "--catalogue", golden + "data/providers/north.toml"})
              .out == named);
}

TEST_CASE("usage that no price line knows is told, not counted as free") {
    World world;
    world.input =
        "resource,meter,from,to,bytes,objects\n"
        "provider/frozen,storage,2027-01-01,2027-02-01,40 TB,10\n";
    for (const std::string format : {"table", "csv", "json", "focus"}) {
        CAPTURE(format);
        const auto run =
            reentry_run({"bill", "-", "--catalogue", "north", "--format", format}, world);
        CHECK(run.code == 0);
        CHECK((run.out + run.err).find("Not priced") != std::string::npos);
    }
}

TEST_CASE("transfers are written to a file as to standard output") {
    const ScratchFolder folder;
    const auto path = (folder.path / "finish.csv").string();
    CHECK(reentry_run({"transfer", "--links", golden + "links.csv", "--flows", golden + "flows.csv",
                       "--output", path})
              .code == 0);
    // 12.5 MB/s: alone for 2 s; then halves; the second's 25 MB take 4 s; the first ends at 12 s.
    CHECK(folder.text("finish.csv") == "name,finish_s\nfirst,12.000000000\nsecond,6.000000000\n");
}
