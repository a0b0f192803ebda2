// Charts for programs without windows: a Qt application on no screen, and pictures from it. This
// header is free of Qt, so that a command-line program may use it.
#pragma once

#include "report/tree.hpp"

#include <memory>
#include <string>

namespace reentry::report {

// Make one before drawing, in the main thread; one at a time. Needs no display and opens none.
class HeadlessCharts {
 public:
    HeadlessCharts();
    ~HeadlessCharts();
    HeadlessCharts(const HeadlessCharts&) = delete;
    HeadlessCharts& operator=(const HeadlessCharts&) = delete;

    std::string svg(const Figure& figure) const;  // an SVG document
    std::string png(const Figure& figure) const;  // the bytes of a PNG file, twice natural size

 private:
    class Application;
    std::unique_ptr<Application> application_;
};

}  // namespace reentry::report
