#include "models/pricelist/csv_stream.hpp"

namespace reentry::pricelist {
namespace {

constexpr std::size_t longest_cell = 64 << 10;

}  // namespace

int CsvStream::get() {
    const int c = in_.rdbuf()->sbumpc();
    if (c == '\n') ++line_;
    return c;
}

bool CsvStream::quoted_cell(std::string& cell) {
    for (;;) {
        const int c = get();
        if (c == EOF) return fault_ = "the file ends inside a quoted cell", false;
        if (c == '"' && in_.rdbuf()->sgetc() != '"') return true;
        if (c == '"') get();
        if (cell.size() == longest_cell) return fault_ = "a cell of more than 64 KiB", false;
        cell += static_cast<char>(c);
    }
}

bool CsvStream::next(std::vector<std::string>& cells) {
    cells.clear();
    std::string cell;
    row_ = line_;
    for (;;) {
        const int c = get();
        const bool line_end = c == '\n' || c == EOF;
        if (line_end && cells.empty() && cell.empty()) {
            if (c == EOF) return false;
            row_ = line_;
        } else if (line_end || c == ',') {
            cells.push_back(std::move(cell));
            cell.clear();
            if (line_end) return true;
        } else if (c == '"' && cell.empty()) {
            if (!quoted_cell(cell)) return false;
        } else if (c != '\r') {
            if (cell.size() == longest_cell) return fault_ = "a cell of more than 64 KiB", false;
            cell += static_cast<char>(c);
        }
    }
}

}  // namespace reentry::pricelist
