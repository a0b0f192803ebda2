// Charts are drawn without a screen. What they look like is looked at; here it is tested that they
// are the same bytes each time, stay inside their picture, and survive data that is missing, single
// or extreme.
#include "report/charts/compact_svg.hpp"
#include "report/charts/end_labels.hpp"
#include "report/charts/labels.hpp"
#include "report/charts/picture.hpp"
#include "report/comparison/figures.hpp"
#include "report/comparison_report.hpp"
#include "tests/report/sample.hpp"

#include <QApplication>
#include <QPainter>
#include <QSvgRenderer>
#include <doctest/doctest.h>

#include <cstdlib>
#include <regex>

namespace reentry::report::test {
namespace {

// A Qt application without a screen, for the length of a test.
class Offscreen {
 public:
    Offscreen() {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        application_ = std::make_unique<QApplication>(count_, arguments_);
    }

 private:
    int count_ = 1;
    char name_[7] = "charts";
    char* arguments_[2] = {name_, nullptr};
    std::unique_ptr<QApplication> application_;
};

Document full_report() {
    return comparison_report(sample_comparison(), {"0.1.0", {sample_trace()}});
}

std::string svg_of(Chart chart) {
    return svg_picture({"figure", "caption", "description", std::move(chart)});
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

bool same_pixels(const QImage& a, const QImage& b) { return a == b; }

QImage rendered(const std::string& svg) {
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    QImage image(renderer.viewBox().size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

// Points of all lines and areas that leave the picture: an SVG from Qt has no clipping.
std::size_t points_outside(const std::string& svg, QSize size) {
    std::size_t outside = 0;
    const std::regex points("points=\"([^\"]*)\""), pair("(-?[0-9.e+]+),(-?[0-9.e+]+)");
    for (std::sregex_iterator p(svg.begin(), svg.end(), points), none; p != none; ++p) {
        const std::string list = (*p)[1];
        for (std::sregex_iterator xy(list.begin(), list.end(), pair); xy != none; ++xy) {
            const double x = std::stod((*xy)[1]), y = std::stod((*xy)[2]);
            if (x < -1 || y < -1 || x > size.width() + 1 || y > size.height() + 1) ++outside;
        }
    }
    return outside;
}

}  // namespace

TEST_CASE("A picture drawn twice is the same bytes") {
    const Offscreen application;
    const Document report = full_report();
    for (const Figure* figure : figures(report))
        CHECK_MESSAGE(svg_picture(*figure) == svg_picture(*figure), figure->id);
}

TEST_CASE("Nothing that is drawn leaves the picture") {
    const Offscreen application;
    const Document report = full_report();
    for (const Figure* figure : figures(report))
        CHECK_MESSAGE(points_outside(svg_picture(*figure), natural_size(figure->chart)) == 0,
                      figure->id);
}

TEST_CASE("A picture names its typeface and its axes with units") {
    const Offscreen application;
    const auto comparison = sample_comparison();
    const std::string svg = svg_of(cost_recovery(comparison, Recovered::top_service));
    CHECK(contains(svg, "Liberation Sans"));
    CHECK(contains(svg, "Cost per month [thousand EUR]"));
    CHECK(contains(svg, "Mean time until Mission control is back [min]"));
    CHECK(contains(svg, "within the RTO, 12 h"));
}

TEST_CASE("The line of the RTO is drawn where it fits and pointed to where not") {
    const Offscreen application;
    RecoveryDistribution chart;
    chart.times = {3600, 7200, 10800};
    chart.edges = {3600, 7200, 10800, 14400};
    chart.counts = {1, 1, 1};
    chart.p50_s = 7200, chart.p95_s = 10440;
    chart.rto_s = 9000, chart.rto_label = "RTO 2.5 h";
    CHECK(contains(svg_of(chart), ">RTO 2.5 h<"));
    chart.rto_s = 900000, chart.rto_label = "RTO 10 d 10 h";
    CHECK(contains(svg_of(chart), "RTO 10 d 10 h \xe2\x86\x92"));
}

TEST_CASE("Charts without data say so") {
    const Offscreen application;
    for (const Chart& chart :
         {Chart{CostCurve{}}, Chart{MonthlyCost{}}, Chart{RecoveryDistribution{}},
          Chart{CostRecovery{}}, Chart{Gantt{}}})
        CHECK(contains(svg_of(chart), "no data"));
}

TEST_CASE("Charts of a single point, of zeros and of extremes are drawn") {
    const Offscreen application;
    CostCurve curve;
    curve.currency = "EUR";
    curve.months = {"2027-01"};
    curve.lines = {{"only", {0}, true}};
    MonthlyCost months{"only", "EUR", {"2027-01"}, {{"running", {0}}}};
    CostRecovery scatter;
    scatter.points = {{"only", "here", 0, 0, 0, 0, false, true}};
    CostRecovery wide;
    wide.logarithmic = true;
    wide.points = {{"a", "here", 1, 0.5, 2, 1e9, true, true},
                   {"b", "here", 1e6, 9e5, 2e6, 1, false, true}};
    RecoveryDistribution one;
    one.times = {60}, one.edges = {60, 120}, one.counts = {1}, one.p50_s = one.p95_s = 60;
    Gantt gantt;
    gantt.stages = {"detect"};
    gantt.lanes = {{"w", {{"detect", 0, 0, 0, ""}}, 0, false}};
    for (const Chart& chart :
         {Chart{curve}, Chart{months}, Chart{scatter}, Chart{wide}, Chart{one}, Chart{gantt}}) {
        const std::string svg = svg_of(chart);
        CHECK(points_outside(svg, natural_size(chart)) == 0);
        CHECK_FALSE(contains(svg, "nan"));
        CHECK_FALSE(contains(svg, "no data"));
    }
}

TEST_CASE("A distribution of a hundred thousand recoveries is thinned to what can be seen") {
    const Offscreen application;
    RecoveryDistribution chart;
    for (int i = 1; i <= 100'000; ++i) chart.times.push_back(i);
    chart.edges = {0, 50'000, 100'000};
    chart.counts = {50'000, 50'000};
    chart.p50_s = 50'000, chart.p95_s = 95'000;
    const std::string svg = svg_of(chart);
    CHECK_MESSAGE(svg.size() < 200'000, svg.size());
}

TEST_CASE("Taking out empty groups leaves what is drawn as it was") {
    const Offscreen application;
    const Figure figure{"f", "c", "d", cost_recovery(sample_comparison(), Recovered::top_service)};
    const std::string svg = svg_picture(figure);
    CHECK(compact_svg(svg) == svg);
    const std::string group = "<g stroke-opacity=\"1\" fill=\"#ff0000\">";
    const std::string shape = "<rect x=\"0\" y=\"0\" width=\"5\" height=\"5\"/>";
    const std::string head = "<svg viewBox=\"0 0 9 9\" xmlns=\"http://www.w3.org/2000/svg\">";
    const std::string loose = head + group + "\n</g>\n" + group + shape + "</g></svg>";
    CHECK(compact_svg(loose) == head + "<g fill=\"#ff0000\">" + shape + "</g></svg>");
    CHECK(same_pixels(rendered(loose), rendered(compact_svg(loose))));
}

TEST_CASE("Labels never cover each other or a blocked place") {
    LabelPlacer placer({0, 0, 400, 300});
    placer.block({190, 140, 20, 20});
    std::vector<QRectF> places{{190, 140, 20, 20}};
    for (int i = 0; i < 30; ++i)
        if (const auto place = placer.place({200, 150}, {60, 14}, 12)) {
            for (const auto& other : places) CHECK_FALSE(place->intersects(other));
            CHECK(QRectF(0, 0, 400, 300).contains(*place));
            places.push_back(*place);
        }
    CHECK(places.size() > 8);
    CHECK(places.size() < 31);  // and it says when there is no room left
}

TEST_CASE("Labels in a column keep their order and distance") {
    const auto centres = spread({10, 11, 12, 95}, 10, 0, 100);
    CHECK(centres == std::vector<double>{10, 20, 30, 95});
    CHECK(spread({98, 99}, 10, 0, 100) == std::vector<double>{85, 95});
}

TEST_CASE("Labels without room are left out where lines end closest, the strong ones never") {
    CHECK(with_room({10, 11, 50, 90}, {false, false, false, false}, 4) ==
          std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(with_room({10, 11, 50, 90}, {false, false, false, false}, 3) ==
          std::vector<std::size_t>{1, 2, 3});
    CHECK(with_room({10, 11, 50, 90}, {false, true, false, false}, 2) ==
          std::vector<std::size_t>{1, 3});
    CHECK(with_room({10, 11}, {true, true}, 1) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("A curve of forty options names as many as there is room for and counts the others") {
    const Offscreen screen;
    CostCurve chart;
    chart.title = "many";
    chart.currency = "EUR";
    chart.months = {"2027-01", "2027-02"};
    for (int i = 0; i < 40; ++i)
        chart.lines.push_back({"a strategy with a long name, number " + std::to_string(i),
                               {1000.0 + i, 2000.0 + 10 * i},
                               i == 0});
    const std::string svg = svg_of(chart);
    CHECK(svg.find(" more<") != std::string::npos);
    CHECK(svg.find("a strategy with a long") != std::string::npos);
}

TEST_CASE("Without any fonts pictures are still drawn") {
    if (std::getenv("REENTRY_WITHOUT_FONTS") != nullptr) {
        const Offscreen application;
        const Document report = full_report();
        for (const Figure* figure : figures(report)) CHECK_FALSE(svg_picture(*figure).empty());
        CHECK_FALSE(image(cost_recovery(sample_comparison(), Recovered::top_service)).isNull());
        return;
    }
    const std::string settings =
        "REENTRY_WITHOUT_FONTS=1 FONTCONFIG_FILE=/nowhere FONTCONFIG_PATH=/nowhere ";
    const std::string self = std::filesystem::read_symlink("/proc/self/exe").string();
    const std::string command =
        settings + "'" + self + "' -tc='Without any fonts*' > /dev/null 2>&1";
    CHECK(std::system(command.c_str()) == 0);
}

}  // namespace reentry::report::test
