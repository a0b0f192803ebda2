#include "report/render/csv.hpp"

#include <algorithm>
#include <vector>

namespace reentry::report {
namespace {

std::string field(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

}  // namespace

std::string render_csv(const Table& table) {
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].shown != Shown::as_text) columns.push_back(i);
    std::string out;
    for (const std::size_t i : columns) {
        const Column& column = table.columns[i];
        out += i == columns.front() ? "" : ",";
        out += field(column.unit.empty() ? column.key : column.key + " [" + column.unit + "]");
    }
    out += '\n';
    for (const auto& row : table.rows) {
        for (const std::size_t i : columns)
            out += (i == columns.front() ? "" : ",") + field(row[i].raw);
        out += '\n';
    }
    return out;
}

}  // namespace reentry::report
