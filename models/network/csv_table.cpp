#include "models/network/csv_table.hpp"

#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

namespace reentry {

namespace {

std::vector<CsvField> fields_of(std::string_view line) {
    std::vector<CsvField> fields;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = std::min(line.find(',', begin), line.size());
        const std::string_view raw = line.substr(begin, end - begin);
        const std::string_view text = trim(raw);
        const std::size_t lead =
            text.empty() ? 0 : static_cast<std::size_t>(text.data() - raw.data());
        fields.push_back({text, static_cast<int>(begin + lead) + 1});
        if (end == line.size()) return fields;
        begin = end + 1;
    }
}

}  // namespace

CsvTable::CsvTable(std::string_view text, std::string file, std::vector<CsvColumn> columns,
                   Diagnostics& diagnostics)
    : file_(std::move(file)), columns_(std::move(columns)), diagnostics_(diagnostics) {
    int number = 0;
    bool has_header = false;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (trim(line).empty()) continue;
        if (has_header && complete_)
            read_row(line, number);
        else if (has_header)
            break;
        else
            read_header(line, number);
        has_header = true;
    }
    if (!has_header)
        diagnostics_.add(
            {.file = file_, .found = "nothing", .expected = "a header line " + names()});
}

std::string CsvTable::names() const {
    std::string list;
    for (const CsvColumn& column : columns_)
        list += fmt::format("{}{}", list.empty() ? "" : ",", column.name);
    return quoted(list);
}

void CsvTable::read_header(std::string_view line, int number) {
    std::vector<bool> seen(columns_.size(), false);
    for (const CsvField& field : fields_of(line)) {
        const auto it =
            std::find_if(columns_.begin(), columns_.end(),
                         [&](const CsvColumn& column) { return column.name == field.text; });
        std::size_t index = static_cast<std::size_t>(it - columns_.begin());
        const bool known = index < columns_.size();
        if (!known || seen[index]) {
            NearestName near(field.text);
            for (const CsvColumn& column : columns_) near.offer(column.name);
            diagnostics_.add({.file = file_,
                              .line = number,
                              .column = field.column,
                              .found = quoted(field.text) + (known ? " a second time" : ""),
                              .expected = "columns out of " + names(),
                              .hint = known ? "" : did_you_mean(near.result())});
            index = columns_.size();
        } else {
            seen[index] = true;
        }
        place_.push_back(index);
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        if (!columns_[c].required || seen[c]) continue;
        complete_ = false;
        diagnostics_.add({.file = file_,
                          .line = number,
                          .column = 1,
                          .key = std::string(columns_[c].name),
                          .found = "nothing",
                          .expected = fmt::format("a column \"{}\"", columns_[c].name)});
    }
}

void CsvTable::read_row(std::string_view line, int number) {
    const std::vector<CsvField> found = fields_of(line);
    if (found.size() > place_.size()) {
        diagnostics_.add({.file = file_,
                          .line = number,
                          .column = found[place_.size()].column,
                          .found = fmt::format("{} fields", found.size()),
                          .expected = fmt::format("{} fields, as in the header", place_.size())});
        return;
    }
    CsvRow row{number, std::vector<CsvField>(columns_.size(), {{}, found.back().column})};
    for (std::size_t f = 0; f < found.size(); ++f)
        if (place_[f] < columns_.size()) row.fields[place_[f]] = found[f];
    rows_.push_back(std::move(row));
}

void CsvTable::fault(const CsvRow& row, std::size_t column, std::string found, std::string expected,
                     std::string hint) const {
    diagnostics_.add({.file = file_,
                      .line = row.line,
                      .column = row.fields[column].column,
                      .key = std::string(columns_[column].name),
                      .found = std::move(found),
                      .expected = std::move(expected),
                      .hint = std::move(hint)});
}

bool CsvTable::present(const CsvRow& row, std::size_t column, std::string_view expected) const {
    if (!row.fields[column].text.empty()) return true;
    fault(row, column, "nothing", std::string(expected));
    return false;
}

double CsvTable::number(const CsvRow& row, std::size_t column, std::string_view expected) const {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    const std::string_view text = row.fields[column].text;
    if (!present(row, column, expected)) return nothing;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(value))
        return value;
    fault(row, column, quoted(text), std::string(expected));
    return nothing;
}

}  // namespace reentry
