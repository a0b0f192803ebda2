// How a table is fitted to a width: which columns stand side by side and how wide each is.
#pragma once

#include "report/tree.hpp"

#include <vector>

namespace reentry::report {

struct Placed {
    std::size_t column;  // index into Table::columns
    std::size_t width;   // in terminal columns
};

inline constexpr std::size_t column_gap = 2;

// Blocks of columns, each at most `width` wide where the widest single column allows it. Every
// block begins with the key columns; only columns that people see are placed; a group stays
// together where it fits.
std::vector<std::vector<Placed>> blocks_of_columns(const Table& table, std::size_t width);

}  // namespace reentry::report
