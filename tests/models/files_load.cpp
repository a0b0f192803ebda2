#include "models/files/load.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace reentry;
using files::MemorySource;

namespace {

// The report of loading "top.toml" from these texts.
std::string report(std::map<std::string, std::string> texts, files::Document* document = nullptr,
                   const std::string& top = "top.toml") {
    Diagnostics diagnostics;
    auto loaded = files::load(MemorySource(std::move(texts)), top, diagnostics);
    if (document != nullptr) *document = std::move(loaded);
    return to_string(diagnostics);
}

std::string syntax(const std::string& text) { return report({{"top.toml", text}}); }

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

}  // namespace

TEST_CASE("a tree keeps the order and the places of its file") {
    files::Document document;
    CHECK(report({{"top.toml", "zeta = 1\nalpha = [\"a\", 2]\n[mid]\nx = 1979-05-27T07:32:00Z\n"}},
                 &document) == "");
    REQUIRE(document.root.entries.size() == 3);
    CHECK(document.root.entries[0].key == "zeta");
    CHECK(document.root.entries[1].key == "alpha");
    CHECK(document.root.entries[1].value.elements[1].place == files::Place{0, 2, 15});
    CHECK(document.root.entries[2].value.find("x")->value.text == "1979-05-27T07:32:00Z");
}

TEST_CASE("a syntax error names its line and column") {
    CHECK(syntax("a = 1\nb = = 2\n").find("top.toml:2:") == 0);
    CHECK(syntax("a = 1\na = 2\n").find("top.toml:2:") == 0);
    CHECK(syntax("a = \"\xff\"\n").find("top.toml:1:") == 0);
    CHECK(syntax("a = \"open\n").find("top.toml:") == 0);
}

TEST_CASE("text that no person writes is refused before it can do harm") {
    CHECK(syntax("a = " + repeated("[", 100'000)) ==
          "top.toml:1: error: found more than 32 nested brackets, expected at most 32\n");
    CHECK(syntax("\n" + repeated("a.", 100'000) + "a = 1") ==
          "top.toml:2: error: found more than 16 parts in one key, expected at most 16\n");
    CHECK(syntax("[" + repeated("a.", 17) + "a]\n").find("parts in one key") != std::string::npos);
    CHECK(syntax("a = [" + repeated("1,", 1'100'000) + "]").find("values in one file") !=
          std::string::npos);
    CHECK(syntax(std::string((16u << 20) + 1, '#')).find("more than 16777216 bytes") !=
          std::string::npos);
}

TEST_CASE("dots and brackets in strings and comments are free") {
    const auto dots = repeated("a.[{", 50);
    CHECK(syntax("# " + dots + "\na = \"\\\" " + dots + "\"\nb = '" + dots + "'\nc = \"\"\"\n" +
                 dots + "\n\"\" \\\"\"\" " + dots + "\"\"\"\nd = '''\n" + dots + "'''\n") == "");
}

TEST_CASE("included files join: tables unite, lists of tables append, order is kept") {
    files::Document document;
    CHECK(report(
              {{"top.toml", "include = [\"parts/a.toml\", \"b.toml\"]\n[t]\nx = 1\n[[l]]\nn = 1\n"},
               {"parts/a.toml", "include = [\"c.toml\"]\n[t]\ny = 2\n[[l]]\nn = 2\n"},
               {"parts/c.toml", "[[l]]\nn = 3\n"},
               {"b.toml", "include = [\"parts/c.toml\"]\nz = 4\n[[l]]\nn = 4\n"}},
              &document) == "");
    CHECK(document.root.find("include") == nullptr);
    CHECK(document.root.find("t")->value.entries.size() == 2);
    std::vector<std::int64_t> order;
    for (const auto& element : document.root.find("l")->value.elements)
        order.push_back(element.find("n")->value.integer);
    CHECK(order == std::vector<std::int64_t>{1, 2, 3, 4});
    CHECK(document.files ==
          std::vector<std::string>{"top.toml", "parts/a.toml", "parts/c.toml", "b.toml"});
}

TEST_CASE("a value that two files set is an error that names both places") {
    CHECK(report({{"top.toml", "include = [\"b.toml\"]\n[t]\nx = 1\n"},
                  {"b.toml", "\n[t]\nx = 2\n"}}) ==
          "b.toml:3:1: error: t.x: found a second value, expected one value; the first is in "
          "top.toml:3:1\n");
}

TEST_CASE("includes never leave the folder of the file that was opened") {
    const std::string expected =
        ", expected a relative path inside the folder of the file that was opened\n";
    CHECK(report({{"top.toml", "include = [\"../x.toml\"]"}}) ==
          "top.toml:1:12: error: include: found \"../x.toml\"" + expected);
    CHECK(report({{"top.toml", "include = [\"/etc/passwd\"]"}}) ==
          "top.toml:1:12: error: include: found \"/etc/passwd\"" + expected);
    CHECK(report({{"top.toml", "include = [\"a/../../x.toml\"]"}}) ==
          "top.toml:1:12: error: include: found \"a/../../x.toml\"" + expected);
    CHECK(report({{"top.toml", "include = [\"\"]"}}) ==
          "top.toml:1:12: error: include: found \"\"" + expected);
    CHECK(report({{"top.toml", "include = [\"a/b.toml\"]"},
                  {"a/b.toml", "include = [\"../c.toml\"]"},
                  {"c.toml", "x = 1"}}) == "");
}

TEST_CASE("circles of includes and missing files are reported where they are named") {
    CHECK(
        report({{"top.toml", "include = [\"a.toml\"]"}, {"a.toml", "include = [\"top.toml\"]"}}) ==
        "a.toml:1:12: error: include: found a circle of includes: top.toml -> a.toml -> top.toml, "
        "expected files that do not include themselves\n");
    CHECK(report({{"top.toml", "include = [\"none.toml\", 5]"}}) ==
          "top.toml:1:12: error: include: found \"none.toml\", no file of this name, expected a "
          "file in the folder "
          "of the scenario or below\n"
          "top.toml:1:25: error: include: found the number 5, expected a file name in quotes\n");
    CHECK(report({{"top.toml", "include = \"a.toml\""}}) ==
          "top.toml:1:11: error: include: found \"a.toml\", expected a list of file names such as "
          "[\"estate.toml\"]\n");
    CHECK(report({}) ==
          "top.toml: error: found no file of this name, expected a file that can be read\n");
}

TEST_CASE("on disk, links out of the folder and things that are no files are refused") {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "reentry-files-load-test";
    fs::remove_all(folder);
    fs::create_directories(folder / "in" / "dir.toml");
    std::ofstream(folder / "secret.toml") << "secret = 1\n";
    std::ofstream(folder / "in" / "near.toml") << "near = 1\n";
    fs::create_symlink("../secret.toml", folder / "in" / "far.toml");
    fs::create_symlink("near.toml", folder / "in" / "alias.toml");
    std::ofstream(folder / "in" / "top.toml")
        << "include = [\"far.toml\", \"dir.toml\", \"alias.toml\"]\n";
    Diagnostics diagnostics;
    const auto document = files::load_file(folder / "in" / "top.toml", diagnostics);
    REQUIRE(diagnostics.all().size() == 2);
    CHECK(diagnostics.all()[0].found == "\"far.toml\", a link that leads out of the folder");
    CHECK(diagnostics.all()[1].found == "\"dir.toml\", something that is not a file");
    CHECK(document.root.find("near") != nullptr);
    CHECK(document.root.find("secret") == nullptr);
    fs::remove_all(folder);
}
