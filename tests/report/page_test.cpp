#include "report/comparison_report.hpp"
#include "report/render/csv.hpp"
#include "report/render/html.hpp"
#include "report/render/json.hpp"
#include "report/render/markdown.hpp"
#include "report/render/terminal.hpp"
#include "tests/report/sample.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <stdexcept>

namespace reentry::report::test {
namespace {

// The first tag that is not closed in order, or an empty text. Knows no void elements: the
// templates close all.
std::string first_fault(const std::string& html) {
    std::vector<std::string> open;
    std::size_t at = html.find("?>") == std::string::npos ? 0 : html.find("?>");
    while ((at = html.find('<', at)) != std::string::npos) {
        const std::size_t end = html.find('>', at);
        if (end == std::string::npos) return "unfinished tag";
        const std::string tag = html.substr(at + 1, end - at - 1);
        const std::string name =
            tag.substr(tag[0] == '/', tag.find_first_of(" \n/", 1) - (tag[0] == '/'));
        if (tag[0] == '/') {
            if (open.empty() || "/" + open.back() != tag) return "closed out of order: " + tag;
            open.pop_back();
        } else if (tag[0] != '!' && tag.back() != '/') {
            open.push_back(name);
        }
        at = end;
    }
    return open.empty() ? "" : "not closed: " + open.back();
}

std::string html_of(const Document& document, const DrawSvg& svg = {}) {
    return render_html(document, {template_folder(), svg});
}

study::Comparison hostile() {
    auto comparison = small_comparison();
    comparison.title = "<script>alert('1')</script> & \"more\" {{footer}} \x1b[31m";
    comparison.rows[0].strategy_name = "<img src=x onerror=alert(1)>|`*_[";
    comparison.rows[0].reason = "=cmd,\"quoted\"\nnext line";
    comparison.sources[0].source = "</table><script>";
    return comparison;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("The page is well-formed") {
    CHECK(first_fault(html_of(comparison_report(sample_comparison(), {"0.1.0", {}}))) == "");
    CHECK(first_fault("<a><b></a></b>") == "closed out of order: /a");  // the check can fail
}

TEST_CASE("The page loads nothing from elsewhere") {
    const DrawSvg svg = [](const Figure&) {
        return std::string{
            "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"};
    };
    const std::string html = html_of(comparison_report(sample_comparison(), {"0.1.0", {}}), svg);
    for (const char* loads : {"src=", "<script", "<link", "<iframe", "@import", "url(", "<?xml"})
        CHECK_MESSAGE(!contains(html, loads), loads);
    for (std::size_t at = html.find("href=\""); at != std::string::npos;
         at = html.find("href=\"", at + 1))
        CHECK(html[at + 6] == '#');
    CHECK(contains(html, "<svg xmlns"));
}

TEST_CASE("Names that look like mark-up are shown as they are") {
    const Document report = comparison_report(hostile(), {"0.1.0", {}});
    const std::string html = html_of(report);
    CHECK(first_fault(html) == "");
    CHECK_FALSE(contains(html, "<script"));
    CHECK_FALSE(contains(html, "<img"));
    CHECK_FALSE(contains(html, "\x1b"));
    CHECK(contains(html, "&lt;script&gt;"));
    CHECK(contains(html, "{{footer}}"));  // a name is never taken for a template
    CHECK_FALSE(contains(render_terminal(report, {100, false}), "\x1b"));
    const std::string markdown = render_markdown(report, {});
    CHECK_FALSE(contains(markdown, "<script"));
    CHECK(contains(markdown, "\\|\\`\\*\\_\\["));
}

TEST_CASE("CSV quotes what needs it and JSON escapes it") {
    const auto comparison = hostile();
    const Document report = comparison_report(comparison, {"0.1.0", {}});
    CHECK(contains(render_csv(*find_table(report, "verdicts")),
                   "\"=cmd,\"\"quoted\"\"\nnext line\""));
    std::ostringstream json;
    write_json(json, comparison, {"0.1.0", false});
    CHECK(contains(json.str(), "=cmd,\\\"quoted\\\"\\nnext line"));
    CHECK(contains(json.str(), "\\u001b[31m"));
}

TEST_CASE("A build without charts says so on the page") {
    const Document report = comparison_report(small_comparison(), {"0.1.0", {}});
    CHECK(contains(html_of(report), "a build without charts"));
    const DrawSvg svg = [](const Figure&) { return std::string{"<svg></svg>"}; };
    CHECK_FALSE(contains(html_of(report, svg), "a build without charts"));
}

TEST_CASE("A missing template is named") {
    const Document report = comparison_report(small_comparison(), {"0.1.0", {}});
    CHECK_THROWS_WITH_AS(render_html(report, {"/nowhere", {}}),
                         "cannot read the template /nowhere/report.css", std::runtime_error);
}

}  // namespace reentry::report::test
