// Golden texts prove "unchanged"; that the numbers are right is shown below them, by comparing the
// renderers with the comparison and with each other.
#include "report/cells.hpp"
#include "report/comparison_report.hpp"
#include "report/render/csv.hpp"
#include "report/render/html.hpp"
#include "report/render/json.hpp"
#include "report/render/markdown.hpp"
#include "report/render/terminal.hpp"
#include "report/render/text_width.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"

#include <sstream>

namespace reentry::report::test {
namespace {

Document small_report() { return comparison_report(small_comparison(), {"0.1.0", {}}); }

std::string json_of(const study::Comparison& comparison, bool samples = false) {
    std::ostringstream out;
    write_json(out, comparison, {"0.1.0", samples});
    return out.str();
}

std::string html_of(const Document& document) {
    return render_html(document, {template_folder(), {}});
}

// The page without its style sheet.
std::string skeleton(std::string html) {
    const std::size_t begin = html.find("<style>"), end = html.find("</style>");
    return html.erase(begin, end - begin);
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("The terminal text of the sample is as agreed") {
    compare_with_golden("report-100.txt", render_terminal(small_report(), {100, false}));
}

TEST_CASE("The Markdown of the sample is as agreed") {
    compare_with_golden("report.md", render_markdown(small_report(), {"charts"}));
}

TEST_CASE("The CSV of the sample is as agreed") {
    const Document report = small_report();
    REQUIRE(find_table(report, "comparison") != nullptr);
    compare_with_golden("comparison.csv", render_csv(*find_table(report, "comparison")));
}

TEST_CASE("The JSON of the sample is as agreed") {
    compare_with_golden("comparison.json", json_of(small_comparison()));
}

TEST_CASE("The page of the sample is as agreed") {
    compare_with_golden("report.html", skeleton(html_of(small_report())));
}

TEST_CASE(
    "Every value of every table reads the same on the terminal, in Markdown and on the page") {
    const Document report = small_report();
    const std::string terminal = render_terminal(report, {400, false});
    const std::string markdown = render_markdown(report, {});
    const std::string html = html_of(report);
    for (const auto& section : report.sections)
        for (const auto& block : section.blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr) continue;
            for (const auto& row : table->rows) {
                REQUIRE(row.size() == table->columns.size());
                for (std::size_t i = 0; i < row.size(); ++i) {
                    if (table->columns[i].shown == Shown::as_data) continue;
                    if (table->columns[i].align == Align::left) continue;
                    CHECK_MESSAGE(contains(terminal, row[i].text), row[i].text);
                    CHECK_MESSAGE(contains(markdown, row[i].text), row[i].text);
                    CHECK_MESSAGE(contains(html, ">" + row[i].text + "<"), row[i].text);
                }
            }
        }
}

TEST_CASE("CSV and JSON carry the same digits as the comparison") {
    const auto comparison = small_comparison();
    const Document report = comparison_report(comparison, {"0.1.0", {}});
    const std::string csv = render_csv(*find_table(report, "comparison"));
    const std::string json = json_of(comparison);
    for (const auto& row : comparison.rows) {
        if (row.verdict == study::Verdict::not_offered) continue;
        for (const std::string& digits :
             {row.monthly_cost.decimal().to_string(), row.horizon_cost.decimal().to_string(),
              row.present_value.decimal().to_string(), plain_digits(row.overall.mean),
              plain_digits(row.overall.low), plain_digits(row.overall.p95)}) {
            CHECK_MESSAGE(contains(csv, "," + digits + ","), digits);
            CHECK_MESSAGE(contains(json, ": " + digits), digits);
        }
    }
}

TEST_CASE("What it takes to go home has a column where something did") {
    auto comparison = small_comparison();
    const auto csv = [&comparison] {
        const Document report = comparison_report(comparison, {"0.1.0", {}});
        return render_csv(
            *find_table(report, "incident-" + comparison.rows[0].classes[0].incident));
    };
    CHECK_FALSE(contains(csv(), "interruption_mean"));
    comparison.rows[0].classes[0].interruption = {2,      14'400, 14'000, 14'800,
                                                  14'400, 14'500, 14'600};
    CHECK(contains(csv(), "interruption_mean [s]"));
    CHECK(contains(csv(), ",14400,"));
}

TEST_CASE("The unit of a CSV column stands in its header and each line has as many fields") {
    const Document report = small_report();
    const auto lines = lines_of(render_csv(*find_table(report, "cost-totals")));
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] ==
          "strategy_id,provider_id,strategy,provider,cost_per_month [EUR],cost_over_horizon [EUR],"
          "present_value [EUR],expected_annual_cost [EUR]");
    CHECK(std::count(lines[2].begin(), lines[2].end(), ',') == 7);
}

TEST_CASE("No line of a table is wider than the terminal") {
    const Document report = comparison_report(sample_comparison(), {"0.1.0", {}});
    for (const std::size_t width : {80, 100, 132, 200})
        for (const auto& line : lines_of(render_terminal(report, {width, false})))
            CHECK_MESSAGE(text_width(line) <= width, line);
}

TEST_CASE("Colours are added to a terminal's text and change nothing else") {
    const Document report = small_report();
    std::string coloured = render_terminal(report, {100, true});
    CHECK(contains(coloured, "\x1b[32m"));
    for (std::size_t at = coloured.find('\x1b'); at != std::string::npos;
         at = coloured.find('\x1b'))
        coloured.erase(at, coloured.find('m', at) - at + 1);
    CHECK(coloured == render_terminal(report, {100, false}));
}

TEST_CASE("Samples are written to JSON only when asked for, and are then complete") {
    const auto comparison = small_comparison();
    CHECK_FALSE(contains(json_of(comparison), "\"samples\""));
    const std::string all = json_of(comparison, true);
    std::size_t count = 0;
    for (std::size_t at = all.find("\"failure\""); at != std::string::npos;
         at = all.find("\"failure\"", at + 1))
        ++count;
    CHECK(count == 3 * 2 * 250);  // three simulated rows, two classes, 250 incidents each
}

TEST_CASE("Rendering twice gives the same bytes") {
    CHECK(html_of(small_report()) == html_of(small_report()));
    CHECK(json_of(small_comparison(), true) == json_of(small_comparison(), true));
}

TEST_CASE("An empty comparison has a report in every format") {
    const study::Comparison nothing_at_all;
    const Document report = comparison_report(nothing_at_all, {"0.1.0", {}});
    CHECK(contains(render_terminal(report, {}), "None of the 0 options meets the objectives."));
    CHECK_FALSE(html_of(report).empty());
    CHECK(contains(json_of(nothing_at_all), "\"options\": []"));
}

}  // namespace reentry::report::test
