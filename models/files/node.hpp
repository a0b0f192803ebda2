// A parsed file as a tree of values, each with its place; independent of the file's format.
//
// Order: entries of a table stand in the order of the file. Keys of one table are unique. Dates and
// times keep their text in ISO 8601, as the unit parsers read it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace reentry::files {

enum class NodeKind : std::uint8_t {
    table,
    array,
    string,
    integer,
    number,
    boolean,
    date,
    time,
    date_time,
};

// Where something stands: `file` is an index into Document::files; line and column count from 1, 0
// is unknown.
struct Place {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

struct Entry;

struct Node {
    NodeKind kind = NodeKind::table;
    Place place;
    bool boolean = false;
    std::int64_t integer = 0;
    double number = 0;           // also set for integers
    std::string text;            // string, date, time, date_time
    std::vector<Entry> entries;  // table
    std::vector<Node> elements;  // array

    const Entry* find(std::string_view key) const;  // nullptr when there is no such key
    Entry* find(std::string_view key);
    bool is_text() const { return kind == NodeKind::string; }
    bool is_array_of_tables() const;  // non-empty, and every element is a table
};

struct Entry {
    std::string key;
    Place place;  // of the key
    Node value;
};

// The key whose value names a list element: "id".
inline constexpr std::string_view identity_key = "id";

// The element's id; empty when it has none.
std::string_view identity(const Node& element);

// What stands there, for a diagnostic: "\"40 T\"", "the number 5", "a list", "a table".
std::string found_text(const Node& node);

// One or more files merged into one tree. files[0] is the file that was asked for.
struct Document {
    std::vector<std::string> files;
    Node root;
};

}  // namespace reentry::files
