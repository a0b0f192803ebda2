// A table as CSV (RFC 4180, UTF-8, LF line ends): raw values in base units, the unit in the header.
//
// A header is the column's key and, where it has one, its unit in brackets: "mtr_mean [s]". A
// column for people (two numbers in one cell) is left out; its numbers stand in columns of their
// own. An unknown value is empty.
#pragma once

#include "report/tree.hpp"

#include <string>

namespace reentry::report {

std::string render_csv(const Table& table);

}  // namespace reentry::report
