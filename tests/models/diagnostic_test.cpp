#include "models/diagnostic.hpp"

#include "models/nearest.hpp"
#include "models/text.hpp"

#include <doctest/doctest.h>

#include <iomanip>
#include <string>
#include <vector>

using namespace reentry;

TEST_CASE("A diagnostic reads like a compiler's") {
    const Diagnostic d{Severity::error,
                       "scenarios/x.toml",
                       12,
                       9,
                       "workload[3].bytes",
                       quoted("40 T"),
                       "a size with unit such as \"40 TB\"",
                       did_you_mean("40 TB")};
    CHECK(to_string(d) ==
          "scenarios/x.toml:12:9: error: workload[3].bytes: found \"40 T\", expected a size with "
          "unit such as \"40 TB\"; did you mean \"40 TB\"?");
}

TEST_CASE("What a diagnostic does not know is left out of its text") {
    Diagnostic d{.severity = Severity::warning, .file = "a.toml", .key = "seed"};
    CHECK(to_string(d) == "a.toml: warning: seed");
    d.line = 3;
    CHECK(to_string(d) == "a.toml:3: warning: seed");
    d.found = "nothing";
    d.expected = "a whole number";
    CHECK(to_string(d) == "a.toml:3: warning: seed: found nothing, expected a whole number");
    CHECK(to_string(Diagnostic{.severity = Severity::note, .hint = "prices are a year old"}) ==
          "note: prices are a year old");
    CHECK(to_string(Diagnostic{.expected = "a table"}) == "error: expected a table");
}

TEST_CASE("Diagnostics keep their order and know whether one is an error") {
    Diagnostics list, others;
    list.add({.severity = Severity::warning, .key = "a"});
    CHECK_FALSE(list.has_errors());
    others.add({.key = "b"});
    others.add({.severity = Severity::note, .key = "c"});
    list.append(others);
    list.append(Diagnostics{});
    CHECK(list.has_errors());
    CHECK(list.error_count() == 1);
    CHECK(to_string(list) == "warning: a\nerror: b\nnote: c\n");
    list.append(list);
    CHECK(list.all().size() == 6);
}

TEST_CASE("The nearest name forgives a third of the letters") {
    const std::vector<std::string> kinds{"virtual-machine", "postgresql", "kafka", "ceph-rbd"};
    CHECK(nearest("postgres", kinds) == "postgresql");
    CHECK(nearest("virtual_machine", kinds) == "virtual-machine");
    CHECK(nearest("KAFKA", kinds) == "kafka");
    CHECK(nearest("kafak", kinds) == "kafka");  // neighbours swapped: one edit
    CHECK(nearest("mysql", kinds).empty());
    CHECK(nearest("x", kinds).empty());
    CHECK(nearest("hat", {"hot", "hit"}) == "hot");  // the first of equals
    CHECK(nearest("", {"hot"}).empty());
}

TEST_CASE("Edit distance is a metric on a handful of words") {
    const std::vector<std::string> words{"", "a", "cold", "cool", "hot", "archive", "archvie"};
    for (const auto& a : words)
        for (const auto& b : words) {
            CHECK(edit_distance(a, b) == edit_distance(b, a));
            CHECK((edit_distance(a, b) == 0) == (a == b));
            for (const auto& c : words)
                CHECK(edit_distance(a, c) <= edit_distance(a, b) + edit_distance(b, c));
        }
    CHECK(edit_distance("archive", "archvie") == 2);
    CHECK(edit_distance("cold", "cool") == 4);
    CHECK(edit_distance("a-b", "a_b") == 1);
}

TEST_CASE("Text pieces: trim, split, list, quote and group") {
    CHECK(trim("  a b\t\n") == "a b");
    CHECK(trim(" \t").empty());
    CHECK(split(" a, b ,,c", ',') == std::vector<std::string_view>{"a", "b", "", "c"});
    CHECK(split("  ", ',').empty());
    CHECK(listed({"a", "b", "c"}) == "a, b or c");
    CHECK(listed({"a", "b"}, "and") == "a and b");
    CHECK(listed({}).empty());
    CHECK(quoted("a\"b\\\n\x01") == "\"a\\\"b\\\\\\n\\u0001\"");
    std::string name = "a";
    const std::string from_text = quoted(name);  // not std::quoted, although <iomanip> is seen
    CHECK(from_text == "\"a\"");
    CHECK(grouped("1234567.8901") == "1 234 567.8901");
    CHECK(grouped("-123") == "-123");
    CHECK(grouped("-1234") == "-1 234");
    CHECK(lower("AbC-\xc3\x84") == "abc-\xc3\x84");
}
