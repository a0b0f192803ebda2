// A document, or parts of it, as text for a terminal or a plain file.
//
// A table that is too wide first has its prose wrapped, then is split into blocks of columns, each
// with the columns that name a row. Figures become one line in words. Names are printed without
// control characters.
#pragma once

#include "report/tree.hpp"

#include <string>

namespace reentry::report {

struct TerminalOptions {
    std::size_t width = 100;  // columns; below 40 counts as 40
    bool colour = false;      // ANSI colours and bold; symbols and words say the same without
};

std::string render_terminal(const Document& document, const TerminalOptions& options);
std::string render_terminal(const Section& section, const TerminalOptions& options);
std::string render_terminal(const Table& table, const TerminalOptions& options);

}  // namespace reentry::report
