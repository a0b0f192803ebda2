// What commands print: one report tree in the format that the user asked for.
#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "report/tree.hpp"

#include <cstdint>
#include <string>

namespace reentry::cli {

enum class Format : std::uint8_t { table, json, csv, markdown };

// --format table|json|csv|markdown.
void add_format(Command& command, Format& format);

// To standard output. CSV: all tables, an empty line between them.
void print(Session& session, const report::Document& document, Format format);

// A document around one table.
report::Document document_of(report::Table table);

// The document as JSON: sections with their blocks; a table is a list of objects by column key,
// columns with a unit as numbers in that unit.
std::string document_json(const report::Document& document);

}  // namespace reentry::cli
