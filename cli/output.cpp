#include "cli/output.hpp"

#include "report/render/csv.hpp"
#include "report/render/markdown.hpp"

namespace reentry::cli {
namespace {

std::vector<const report::Table*> tables(const report::Document& document) {
    std::vector<const report::Table*> all;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* table = std::get_if<report::Table>(&block)) all.push_back(table);
    return all;
}

std::string all_csv(const report::Document& document) {
    std::string text;
    for (const auto* table : tables(document))
        text += (text.empty() ? "" : "\n") + report::render_csv(*table);
    return text;
}

// A single table needs no headings around it.
std::string terminal_text(const report::Document& document, const report::TerminalOptions& layout) {
    const auto all = tables(document);
    const bool bare = document.title.empty() && all.size() == 1;
    return bare ? report::render_terminal(*all.front(), layout)
                : report::render_terminal(document, layout);
}

std::string markdown_text(const report::Document& document) {
    const auto all = tables(document);
    const bool bare = document.title.empty() && all.size() == 1;
    return bare ? report::render_markdown(*all.front()) : report::render_markdown(document, {});
}

}  // namespace

void add_format(Command& command, Format& format) {
    command.choice("--format", format,
                   {{"table", Format::table},
                    {"json", Format::json},
                    {"csv", Format::csv},
                    {"markdown", Format::markdown}},
                   "How it is printed (default: table)");
}

void print(Session& session, const report::Document& document, Format format) {
    auto& out = session.outside.out;
    switch (format) {
        case Format::table:
            out << terminal_text(document, session.layout());
            return;
        case Format::json:
            out << document_json(document);
            return;
        case Format::csv:
            out << all_csv(document);
            return;
        case Format::markdown:
            out << markdown_text(document);
            return;
    }
}

report::Document document_of(report::Table table) {
    report::Document document;
    document.sections.push_back({table.id, table.caption, {}});
    document.sections.back().blocks.emplace_back(std::move(table));
    return document;
}

}  // namespace reentry::cli
