// A document as GitHub-flavoured Markdown: headings, tables, lists; figures as links to their
// pictures.
#pragma once

#include "report/tree.hpp"

#include <string>

namespace reentry::report {

struct MarkdownOptions {
    std::string charts;  // folder of the pictures, relative to the file: "charts"; empty: figures
                         // in words only
};

std::string render_markdown(const Document& document, const MarkdownOptions& options);
std::string render_markdown(const Section& section, const MarkdownOptions& options);
std::string render_markdown(const Table& table);

}  // namespace reentry::report
