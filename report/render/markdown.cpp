#include "report/render/markdown.hpp"

#include "report/render/text_width.hpp"

#include <fmt/format.h>

namespace reentry::report {
namespace {

// Text in which nothing is taken for mark-up.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (std::string_view{"\\`*_[]|"}.find(c) != std::string_view::npos)
            out += {'\\', c};
        else if (c == '#' && out.empty())  // a heading only there
            out += "\\#";
        else
            out += c;
    }
    return out;
}

std::string bold(std::string_view text) { return text.empty() ? "" : "**" + escaped(text) + "**"; }

std::string line_of(const Paragraph& paragraph) {
    const bool both = !paragraph.lead.empty() && !paragraph.text.empty();
    return bold(paragraph.lead) + (both ? " " : "") + escaped(paragraph.text);
}

struct MarkdownWriter {
    const MarkdownOptions& options;
    std::string out{};

    void operator()(const Paragraph& paragraph) { out += line_of(paragraph) + "\n\n"; }

    void operator()(const Points& points) {
        for (const auto& item : points.items) out += "- " + line_of(item) + "\n";
        out += '\n';
    }

    void operator()(const Headlines& headlines) {
        for (const auto& item : headlines.items)
            out += fmt::format("- {} {} ({})\n", bold(item.figure), escaped(item.label),
                               escaped(item.detail));
        out += '\n';
    }

    void operator()(const Facts& facts) {
        out += "| | |\n| --- | --- |\n";
        for (const auto& [name, value] : facts.items)
            out += fmt::format("| {} | {} |\n", escaped(name), escaped(value));
        out += '\n';
    }

    void operator()(const Figure& figure) {
        if (!options.charts.empty())
            out += fmt::format("![{}]({}/{}.svg)\n\n", escaped(figure.description), options.charts,
                               figure.id);
        out += fmt::format("*{}* {}\n\n", escaped(figure.caption), escaped(figure.description));
    }

    void operator()(const Table& table) { out += render_markdown(table); }
};

}  // namespace

std::string render_markdown(const Table& table) {
    std::string out = table.caption.empty() ? "" : bold(table.caption) + "\n\n";
    std::string rule = "|";
    out += "|";
    for (const auto& column : table.columns) {
        if (column.shown == Shown::as_data) continue;
        out += " " + escaped(full_title(column)) + " |";
        rule += column.align == Align::right ? " ---: |" : " --- |";
    }
    out += "\n" + rule + "\n";
    for (const auto& row : table.rows) {
        out += "|";
        for (std::size_t i = 0; i < row.size(); ++i)
            if (table.columns[i].shown != Shown::as_data) out += " " + escaped(row[i].text) + " |";
        out += "\n";
    }
    out += "\n";
    if (!table.note.empty()) out += escaped(table.note) + "\n\n";
    return out;
}

std::string render_markdown(const Section& section, const MarkdownOptions& options) {
    MarkdownWriter writer{options};
    writer.out = "## " + escaped(section.title) + "\n\n";
    for (const auto& block : section.blocks) std::visit(writer, block);
    return std::move(writer.out);
}

std::string render_markdown(const Document& document, const MarkdownOptions& options) {
    std::string out = "# " + escaped(document.title) + "\n\n";
    if (!document.subtitle.empty()) out += escaped(document.subtitle) + "\n\n";
    for (const auto& section : document.sections) out += render_markdown(section, options);
    return out + "---\n" + escaped(document.footer) + "\n";
}

}  // namespace reentry::report
