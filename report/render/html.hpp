// A document as one self-contained HTML page from the templates in report-templates/: inline
// pictures and style, no script, nothing to be fetched. All texts are escaped by the template
// engine.
#pragma once

#include "report/tree.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace reentry::report {

// Draws a figure as an SVG document. Empty function: a build without charts.
using DrawSvg = std::function<std::string(const Figure&)>;

struct HtmlOptions {
    std::filesystem::path templates;  // folder with report.html, its partials and report.css
    DrawSvg svg;
};

// The folder that this build was configured with.
std::filesystem::path template_folder();

// Throws std::runtime_error that names a template that is missing or broken.
std::string render_html(const Document& document, const HtmlOptions& options);

// The SVG element of an SVG document: without XML declaration and document type, which do not
// belong in a page.
std::string inline_svg(const std::string& document);

}  // namespace reentry::report
