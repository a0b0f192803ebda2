#include "report/render/html.hpp"

#include "report/render/html_data.hpp"
#include "report/render/text_width.hpp"

#include <kainjow/mustache.hpp>

#include <fstream>
#include <sstream>
#include <stdexcept>

namespace reentry::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using kainjow::mustache::partial;

std::string read_template(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read the template " + path.string());
    return text.str();
}

}  // namespace

std::filesystem::path template_folder() { return REENTRY_TEMPLATE_DIR; }

std::string inline_svg(const std::string& document) {
    const std::size_t begin = document.find("<svg");
    return begin == std::string::npos ? "" : document.substr(begin);
}

std::string render_html(const Document& document, const HtmlOptions& options) {
    data page = html_data(document, options.svg);
    page.set("style", read_template(options.templates / "report.css"));
    for (const char* name : {"block", "table", "figure"}) {
        const std::string text = read_template(options.templates / (std::string{name} + ".html"));
        page.set(name, data{partial{[text] { return text; }}});
    }
    mustache main(read_template(options.templates / "report.html"));
    if (!main.is_valid()) throw std::runtime_error("template report.html: " + main.error_message());
    const std::string html = main.render(page);
    if (!main.error_message().empty())
        throw std::runtime_error("templates of report.html: " + main.error_message());
    return html;
}

}  // namespace reentry::report
