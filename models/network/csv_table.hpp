// A CSV file with a header line, read with exact positions: the small dialect of the transfer
// files.
//
// Fields are separated by commas, without quoting; blanks around a field do not count; empty lines
// are skipped. Columns are found by their names, in any order.
#pragma once

#include "models/diagnostic.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace reentry {

struct CsvColumn {
    std::string_view name;
    bool required = true;
};

struct CsvField {
    std::string_view text;  // trimmed; empty when the column is absent or left out
    int column = 0;         // 1-based
};

struct CsvRow {
    int line = 0;                  // 1-based
    std::vector<CsvField> fields;  // in the order of the columns asked for
};

class CsvTable {
 public:
    // Reads `text`, which must outlive the table. Unknown, double and missing columns and rows with
    // a wrong number of fields go to the diagnostics; rows that cannot be read are left out.
    CsvTable(std::string_view text, std::string file, std::vector<CsvColumn> columns,
             Diagnostics& diagnostics);

    const std::vector<CsvRow>& rows() const { return rows_; }

    // Reports a fault of one field.
    void fault(const CsvRow& row, std::size_t column, std::string found, std::string expected,
               std::string hint = {}) const;

    // The field as a finite number; reports anything else as `expected` and gives nothing-to-use
    // (NaN).
    double number(const CsvRow& row, std::size_t column, std::string_view expected) const;

    // Is there a value? Reports its absence.
    bool present(const CsvRow& row, std::size_t column, std::string_view expected) const;

 private:
    void read_header(std::string_view line, int number);
    void read_row(std::string_view line, int number);
    std::string names() const;

    std::string file_;
    std::vector<CsvColumn> columns_;
    Diagnostics& diagnostics_;
    std::vector<std::size_t> place_;  // column of each field of a line; columns_.size(): unknown
    bool complete_ = true;            // all required columns are there
    std::vector<CsvRow> rows_;
};

}  // namespace reentry
