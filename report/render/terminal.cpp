#include "report/render/terminal.hpp"

#include "report/render/table_layout.hpp"
#include "report/render/text_width.hpp"

#include <algorithm>

namespace reentry::report {
namespace {

// Table with printable texts only, so that widths are what will be seen.
Table cleaned(Table table) {
    for (auto& column : table.columns) {
        column.title = printable(column.title);
        column.group = printable(column.group);
    }
    for (auto& row : table.rows)
        for (auto& cell : row) cell.text = printable(cell.text);
    return table;
}

const char* ansi(Tone tone) {
    switch (tone) {
        case Tone::plain:
            return "";
        case Tone::strong:
            return "\x1b[1m";
        case Tone::good:
            return "\x1b[32m";
        case Tone::warn:
            return "\x1b[33m";
        case Tone::bad:
            return "\x1b[31m";
        case Tone::quiet:
            return "\x1b[2m";
    }
    return "";
}

class TerminalWriter {
 public:
    explicit TerminalWriter(const TerminalOptions& options)
        : width_(std::max<std::size_t>(options.width, 40)), colour_(options.colour) {}

    void write(const Section& section) {
        heading(section.title, "─");
        for (const auto& block : section.blocks)
            std::visit([&](const auto& b) { write(b); }, block);
    }

    void write(const Paragraph& paragraph) { prose(paragraph, ""); }

    void write(const Points& points) {
        for (const auto& item : points.items) prose(item, "  ");
        out_ += '\n';
    }

    void write(const Headlines& headlines) {
        Table table;
        table.columns.resize(3);
        table.columns[0].align = Align::right;
        for (const auto& item : headlines.items)
            table.rows.push_back({{item.figure, "", Tone::strong},
                                  {item.label, "", Tone::plain},
                                  {item.detail, "", Tone::quiet}});
        table.columns[2].wraps = true;
        body(cleaned(std::move(table)), false);
        out_ += '\n';
    }

    void write(const Facts& facts) {
        Table table;
        table.columns.resize(2);
        table.columns[1].wraps = true;
        for (const auto& [name, value] : facts.items)
            table.rows.push_back({{name, "", Tone::quiet}, {value, "", Tone::plain}});
        body(cleaned(std::move(table)), false);
        out_ += '\n';
    }

    void write(const Figure& figure) {
        lines_of(figure.caption + " " + figure.description, Tone::quiet);
        out_ += '\n';
    }

    void write(const Table& table) {
        if (!table.caption.empty()) lines_of(table.caption, Tone::strong);
        body(cleaned(table), true);
        if (!table.note.empty()) lines_of(table.note, Tone::quiet);
        out_ += '\n';
    }

    void heading(const std::string& title, const char* underline) {
        const std::string clean = printable(title);
        styled(clean, Tone::strong);
        out_ += '\n';
        for (std::size_t i = 0; i < std::min(text_width(clean), width_); ++i) out_ += underline;
        out_ += "\n\n";
    }

    void lines_of(const std::string& text, Tone tone) {
        for (const auto& line : wrapped(printable(text), width_)) {
            styled(line, tone);
            out_ += '\n';
        }
    }

    std::string take() { return std::move(out_); }

 private:
    void styled(const std::string& text, Tone tone) {
        const char* code = colour_ ? ansi(tone) : "";
        out_ += code;
        out_ += text;
        if (*code != '\0') out_ += "\x1b[0m";
    }

    // The lead is bold as far as it goes on its first lines.
    void prose(const Paragraph& paragraph, const std::string& indent) {
        const std::string lead = printable(paragraph.lead);
        std::string text = lead;
        if (!lead.empty() && !paragraph.text.empty()) text += ' ';
        text += printable(paragraph.text);
        bool first = true;
        for (const auto& line : wrapped(text, width_ - indent.size())) {
            out_ += first ? "" : indent;
            const std::size_t bold = first ? std::min(lead.size(), line.size()) : 0;
            styled(line.substr(0, bold),
                   paragraph.tone == Tone::plain ? Tone::strong : paragraph.tone);
            out_ += line.substr(bold) + '\n';
            first = false;
        }
    }

    void body(const Table& table, bool with_header) {
        bool first = true;
        for (const auto& block : blocks_of_columns(table, width_)) {
            if (!first) out_ += '\n';
            first = false;
            if (with_header) header(table, block);
            for (const auto& row : table.rows) line_of_cells(table, block, row);
        }
    }

    void header(const Table& table, const std::vector<Placed>& block) {
        groups(table, block);
        std::vector<Cell> titles;
        for (const auto& column : table.columns) titles.push_back({column.title, "", Tone::strong});
        line_of_cells(table, block, titles);
        std::string rule;
        for (const auto& placed : block) {
            if (!rule.empty()) rule.append(column_gap, ' ');
            for (std::size_t i = 0; i < placed.width; ++i) rule += "─";
        }
        out_ += rule + '\n';
    }

    // The headings over groups, each above the columns that it spans.
    void groups(const Table& table, const std::vector<Placed>& block) {
        std::string line, all;
        for (std::size_t i = 0; i < block.size();) {
            const std::string& group = table.columns[block[i].column].group;
            std::size_t width = block[i].width, end = i + 1;
            while (end < block.size() && !group.empty() &&
                   table.columns[block[end].column].group == group)
                width += column_gap + block[end++].width;
            const std::string text = group.empty() ? "" : wrapped(group, width)[0];
            if (i > 0) line.append(column_gap, ' ');
            line += centred(text, width);
            all += group;
            i = end;
        }
        if (!all.empty()) end_line(line);
    }

    static std::string centred(const std::string& text, std::size_t width) {
        if (text.empty()) return std::string(width, ' ');
        const std::size_t free = width - std::min(width, text_width(text) + 2);
        std::string line;
        for (std::size_t i = 0; i < free / 2; ++i) line += "╌";
        line += (free > 0 ? " " : "") + text + (free > 0 ? " " : "");
        while (text_width(line) < width) line += free > 0 ? "╌" : " ";
        return line;
    }

    void line_of_cells(const Table& table, const std::vector<Placed>& block,
                       const std::vector<Cell>& cells) {
        std::vector<std::vector<std::string>> texts;
        std::size_t height = 1;
        for (const auto& placed : block) {
            texts.push_back(wrapped(cells[placed.column].text, placed.width));
            height = std::max(height, texts.back().size());
        }
        for (std::size_t row = 0; row < height; ++row) {
            std::string plain_end;
            for (std::size_t i = 0; i < block.size(); ++i) {
                const std::string text = row < texts[i].size() ? texts[i][row] : "";
                const std::size_t pad = block[i].width - std::min(block[i].width, text_width(text));
                const bool right = table.columns[block[i].column].align == Align::right;
                if (right) plain_end.append(pad, ' ');
                if (!text.empty()) {
                    out_ += plain_end;
                    plain_end.clear();
                    styled(text, cells[block[i].column].tone);
                }
                if (!right) plain_end.append(pad, ' ');
                plain_end.append(column_gap, ' ');
            }
            out_ += '\n';
        }
    }

    void end_line(std::string line) {
        line.erase(line.find_last_not_of(' ') + 1);
        out_ += line + '\n';
    }

    std::size_t width_;
    bool colour_;
    std::string out_;
};

}  // namespace

std::string render_terminal(const Document& document, const TerminalOptions& options) {
    TerminalWriter writer(options);
    writer.heading(document.title, "═");
    if (!document.subtitle.empty()) writer.lines_of(document.subtitle + "\n", Tone::plain);
    std::string text = writer.take() + (document.subtitle.empty() ? "" : "\n");
    for (const auto& section : document.sections) text += render_terminal(section, options);
    return text + printable(document.footer) + "\n";
}

std::string render_terminal(const Section& section, const TerminalOptions& options) {
    TerminalWriter writer(options);
    writer.write(section);
    return writer.take();
}

std::string render_terminal(const Table& table, const TerminalOptions& options) {
    TerminalWriter writer(options);
    writer.write(table);
    return writer.take();
}

}  // namespace reentry::report
