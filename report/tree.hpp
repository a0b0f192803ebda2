// A report as one tree of plain data: document, sections, blocks. Builders fill it, renderers lay
// it out.
//
// Invariant: every value is formatted already, by the one formatter (models/units/format.hpp,
// models/money/format.hpp); a renderer does no arithmetic on values. A cell carries its value
// twice: as people read it, and as digits in the unit of its column for CSV and other programs.
#pragma once

#include "report/chart.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace reentry::report {

// What a value means to the reader. Never carried by colour alone: texts and symbols say the same.
enum class Tone : std::uint8_t { plain, strong, good, warn, bad, quiet };

struct Cell {
    std::string text;  // "12.5 h"; "–" where there is nothing to tell
    std::string raw;   // "45000" in the column's unit, or the plain text; empty: unknown
    Tone tone = Tone::plain;
};

enum class Align : std::uint8_t { left, right };

// Who gets to see a column: everyone, only programs that read CSV, or only people (two numbers in
// one cell).
enum class Shown : std::uint8_t { always, as_data, as_text };

struct Column {
    std::string key;    // snake_case, unique in its table
    std::string title;  // "Cost per month"
    std::string unit;   // of the raw values: "EUR", "s", "1"; empty for text
    Align align = Align::left;
    Shown shown = Shown::always;
    bool wraps = false;  // prose that may take several lines
    std::string group;   // columns next to each other with the same group stand under one heading
};

// Invariant: every row has as many cells as there are columns.
struct Table {
    std::string id;  // kebab-case, unique in its document
    std::string caption;
    std::vector<Column> columns;
    std::size_t key_columns =
        1;  // the first columns name a row; they are repeated where a table is split
    std::vector<std::vector<Cell>> rows;
    std::string note;  // below the table; may be empty
};

// A paragraph; the lead is set in bold before the text. Either may be empty.
struct Paragraph {
    std::string lead, text;
    Tone tone = Tone::plain;
};

struct Points {
    std::vector<Paragraph> items;
};

// A figure in large type with what it is: "12 345 EUR", "per month", "Object store at AWS".
struct Headline {
    std::string figure, label, detail;
    Tone tone = Tone::plain;
};

struct Headlines {
    std::vector<Headline> items;
};

// Names and values, such as the settings of a run.
struct Facts {
    std::vector<std::pair<std::string, std::string>> items;
};

struct Figure {
    std::string id;           // kebab-case, unique in its document; the file name of its picture
    std::string caption;      // what it shows, one sentence
    std::string description;  // the same in words, for those who cannot see it
    Chart chart;
};

using Block = std::variant<Paragraph, Points, Headlines, Facts, Table, Figure>;

struct Section {
    std::string id, title;
    std::vector<Block> blocks;
};

struct Document {
    std::string title, subtitle;
    std::vector<Section> sections;
    std::string footer;  // program and version
};

// Puts a figure at the end of a section. (Out of line: in place, g++ 12 warns falsely of the nested
// variants.)
void append(Section& section, Figure figure);

// "Lost site: P50 / P95": the title with its group, where a heading of its own cannot be set.
std::string full_title(const Column& column);

// The section or table of that id; null if there is none.
const Section* find_section(const Document& document, std::string_view id);
const Table* find_table(const Document& document, std::string_view id);

// All figures, in reading order.
std::vector<const Figure*> figures(const Document& document);

}  // namespace reentry::report
