// Usage from CSV as RFC 4180 describes it: fields in double quotes may hold commas, quotes (twice)
// and line ends. The first line names the fields, in any order. Empty lines and lines that begin
// with '#' are passed over.
#include "models/tariff/usage_record.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace reentry {
namespace {

struct Cell {
    std::string text;
    int column = 0;
};

class CsvLines {
 public:
    explicit CsvLines(std::string_view text) : rest_(text) {
        if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    }

    // The cells of the next line with content; false at the end of the text.
    bool next(std::vector<Cell>& cells) {
        while (!rest_.empty()) {
            line_ = following_;
            cells.clear();
            const bool comment = rest_.front() == '#';
            read_line(cells);
            if (!comment && !(cells.size() == 1 && cells[0].text.empty())) return true;
        }
        return false;
    }

    int line() const { return line_; }
    bool unclosed() const { return unclosed_; }

 private:
    void read_line(std::vector<Cell>& cells) {
        const char* start = rest_.data();
        for (;;) {
            Cell cell;
            cell.column = static_cast<int>(rest_.data() - start) + 1;
            if (!rest_.empty() && rest_.front() == '"')
                read_quoted(cell.text);
            else
                read_plain(cell.text);
            cells.push_back(std::move(cell));
            if (rest_.empty() || rest_.front() != ',') break;
            rest_.remove_prefix(1);
        }
        if (rest_.starts_with('\r')) rest_.remove_prefix(1);
        if (rest_.starts_with('\n')) rest_.remove_prefix(1);
        ++following_;
    }

    void read_plain(std::string& text) {
        const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
        text = trim(rest_.substr(0, end));
        rest_.remove_prefix(end);
    }

    void read_quoted(std::string& text) {
        rest_.remove_prefix(1);
        for (;;) {
            const std::size_t quote = rest_.find('"');
            if (quote == rest_.npos) {
                unclosed_ = true;
                text += rest_;
                rest_ = {};
                return;
            }
            text += rest_.substr(0, quote);
            rest_.remove_prefix(quote + 1);
            if (!rest_.starts_with('"')) break;
            text += '"';
            rest_.remove_prefix(1);
        }
        for (const char c : text)
            if (c == '\n') ++following_;
        const std::size_t end = std::min(rest_.find_first_of(",\n"), rest_.size());
        text += trim(rest_.substr(0, end));  // what follows the quotes makes the value wrong
        rest_.remove_prefix(end);
    }

    std::string_view rest_;
    int line_ = 1, following_ = 1;
    bool unclosed_ = false;
};

// The field of each column; none for columns that are not known.
std::vector<std::optional<UsageField>> read_header(const std::vector<Cell>& cells, int line,
                                                   const std::string& file,
                                                   Diagnostics& diagnostics) {
    std::vector<std::optional<UsageField>> fields;
    for (const Cell& cell : cells) {
        std::string near;
        fields.push_back(usage_field(cell.text, near));
        const auto first = std::find(fields.begin(), fields.end() - 1, fields.back());
        Diagnostic fault{Severity::error, file, line, cell.column, {}, quoted(cell.text), {}, {}};
        if (!fields.back()) {
            fault.expected = "a column such as \"resource\", \"meter\", \"quantity\" or \"at\"";
            fault.hint = did_you_mean(near);
            diagnostics.add(std::move(fault));
        } else if (first != fields.end() - 1) {
            fault.expected = "each column once";
            diagnostics.add(std::move(fault));
        }
    }
    return fields;
}

}  // namespace

UsageFile read_usage_csv(std::string_view text, const std::string& file, Diagnostics& diagnostics) {
    UsageFileBuilder builder(file, diagnostics);
    CsvLines lines(text);
    std::vector<Cell> cells;
    if (!lines.next(cells)) {
        diagnostics.add({Severity::error,
                         file,
                         1,
                         1,
                         {},
                         "nothing",
                         "a header line such as resource,meter,quantity,at",
                         {}});
        return builder.take();
    }
    const auto fields = read_header(cells, lines.line(), file, diagnostics);
    UsageRecord record;
    while (lines.next(cells)) {
        record.line = lines.line();
        for (auto& value : record.texts) value.clear();
        for (std::size_t i = 0; i < std::min(cells.size(), fields.size()); ++i)
            if (fields[i]) {
                record.columns[static_cast<std::size_t>(*fields[i])] = cells[i].column;
                record[*fields[i]] = std::move(cells[i].text);
            }
        if (lines.unclosed())
            builder.fault(record, std::nullopt, "a closing quotation mark before the file ends");
        else if (cells.size() > fields.size())
            builder.fault(record, std::nullopt,
                          fmt::format("{} values, one for each column", fields.size()),
                          "a value with a comma stands in double quotes");
        else
            builder.add(record);
    }
    return builder.take();
}

}  // namespace reentry
