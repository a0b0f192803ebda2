// CSV row by row, as RFC 4180 has it: cells may be quoted, quotes in quotes are doubled, and a
// quoted cell may hold line ends. Cells beyond 64 KiB and files that end inside quotes are faults.
#pragma once

#include <istream>
#include <string>
#include <vector>

namespace reentry::pricelist {

class CsvStream {
 public:
    explicit CsvStream(std::istream& in) : in_(in) {}

    // The next row that is not empty; false at the end or at a fault.
    bool next(std::vector<std::string>& cells);

    int line() const { return row_; }  // on which the last row began
    const std::string& fault() const { return fault_; }

 private:
    bool quoted_cell(std::string& cell);
    int get();

    std::istream& in_;
    int line_ = 1, row_ = 0;
    std::string fault_;
};

}  // namespace reentry::pricelist
