// Rubbish in, report out: spoiled files of every kind never crash, hang or pass half-read.
#include "models/scenario/scenario_file.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

#include <array>
#include <fstream>
#include <random>
#include <sstream>

using namespace reentry;

namespace {

std::string valid_text() {
    std::ostringstream text;
    for (const char* part : {"head", "estate", "network", "protection", "incidents"})
        text << std::ifstream(in_root("tests/broken/parts/") + part + ".toml").rdbuf() << '\n';
    return text.str();
}

// Whether the text is a scenario; every error that is reported has something to say.
bool reads(const std::string& text, ScenarioFile* file = nullptr) {
    Diagnostics diagnostics;
    auto document = files::load_text("mutant.toml", text, diagnostics);
    if (diagnostics.has_errors()) return false;
    auto result = read_scenario(std::move(document), {}, diagnostics);
    for (const auto& diagnostic : diagnostics.all())
        CHECK((!diagnostic.found.empty() || !diagnostic.expected.empty()));
    if (file != nullptr) *file = std::move(result);
    return !diagnostics.has_errors();
}

using Random = std::mt19937_64;

constexpr std::array<std::string_view, 24> scraps{"\"",
                                                  "'",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  "=",
                                                  ".",
                                                  "#",
                                                  "\n",
                                                  "[[",
                                                  "\"\"\"",
                                                  "1e999",
                                                  "-1",
                                                  "\"0 s\"",
                                                  "{ uniform = [\"1 h\", \"0 s\"] }",
                                                  "nan",
                                                  "inf",
                                                  "true",
                                                  "1970-01-01",
                                                  "99999999999999999999",
                                                  "\"9e99 TB\"",
                                                  "\xff",
                                                  "[[site]]\nid = \"darmstadt\"\n"};

std::string mutated(std::string text, Random& random) {
    const std::size_t at = random() % text.size();
    const std::size_t length = std::min<std::size_t>(random() % 40, text.size() - at);
    switch (random() % 5) {
        case 0:
            text[at] = static_cast<char>(random());
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(at, text.substr(random() % text.size(), length));
            break;
        case 3:
            text.insert(at, scraps[random() % scraps.size()]);
            break;
        default:
            text.replace(at, length, scraps[random() % scraps.size()]);
            break;
    }
    return text;
}

// Other figures in the same places: most of these are scenarios still.
std::string renumbered(std::string text, Random& random) {
    for (int i = 0; i < 5; ++i) {
        const auto at = text.find_first_of("0123456789", random() % text.size());
        if (at != std::string::npos) text[at] = static_cast<char>('0' + random() % 10);
    }
    return text;
}

}  // namespace

TEST_CASE("a file that is cut off anywhere is read or reported") {
    const std::string text = valid_text();
    ScenarioFile whole;
    REQUIRE(reads(text, &whole));
    std::size_t good = 0;
    for (std::size_t length = 0; length < text.size(); length += 7)
        good += reads(text.substr(0, length)) ? 1 : 0;
    CHECK(good < 20);  // only cuts behind the last required key can pass
}

TEST_CASE(
    "mutants of a valid file are read or reported, and what is read can be written and read") {
    const std::string text = valid_text();
    Random random(20'270'101);
    std::size_t good = 0;
    for (int i = 0; i < 1'200; ++i) {
        ScenarioFile file;
        const bool rough = i % 2 == 0;
        const std::string mutant = rough ? mutated(text, random) : renumbered(text, random);
        if (!reads(mutant, &file)) continue;
        ++good;
        CAPTURE(mutant);
        ScenarioFile again;
        CHECK(reads(effective_scenario(file), &again));
    }
    CHECK(good > 150);
}

TEST_CASE("random bytes are reported") {
    Random random(7);
    for (int i = 0; i < 500; ++i) {
        std::string bytes(random() % 300, ' ');
        for (char& byte : bytes) byte = static_cast<char>(random());
        CHECK(!reads(bytes));
    }
}

TEST_CASE("long files of rubbish are reported in reasonable time") {
    std::string keys, tables, names = "name = \"x\"\n[[workload]]\nid = \"a\"\ndepends_on = [";
    for (int i = 0; i < 20'000; ++i) {
        const std::string number = std::to_string(i);
        keys += "key" + number + " = 1\n";
        tables += "[[site]]\nid = \"" + number + "\"\n";
        names += "\"" + number + "\", ";
    }
    CHECK(!reads(keys));
    CHECK(!reads(tables));
    CHECK(!reads(names + "]\n"));
}
