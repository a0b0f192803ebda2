#include "report/charts/headless.hpp"

#include "report/charts/picture.hpp"

#include <QApplication>
#include <QBuffer>
#include <QLoggingCategory>

namespace reentry::report {
namespace {

// Qt reads the platform from the arguments, which must outlive the application.
struct Arguments {
    char program[8] = "reentry";
    char option[10] = "-platform";
    char platform[10] = "offscreen";
    char* values[4] = {program, option, platform, nullptr};
    int count = 3;
};

}  // namespace

// Qt warns of missing folders of a desktop session, which nobody needs here.
struct Silence {
    Silence() { QLoggingCategory::setFilterRules("default.warning=false\nqt.*.warning=false"); }
};

class HeadlessCharts::Application {
    Silence silence_;
    Arguments arguments_;
    QApplication application_{arguments_.count, arguments_.values};
};

HeadlessCharts::HeadlessCharts() : application_(std::make_unique<Application>()) {}
HeadlessCharts::~HeadlessCharts() = default;

std::string HeadlessCharts::svg(const Figure& figure) const { return svg_picture(figure); }

std::string HeadlessCharts::png(const Figure& figure) const {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image(figure.chart).save(&bytes, "PNG");
    return bytes.data().toStdString();
}

}  // namespace reentry::report
