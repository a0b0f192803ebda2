// Charts as files, in a build that can draw them; in one without Qt, nothing.
#pragma once

#include "report/render/html.hpp"
#include "report/tree.hpp"

#include <filesystem>
#include <memory>

namespace reentry::report {
class HeadlessCharts;
}

namespace reentry::cli {

class ChartFiles {
 public:
    ChartFiles();
    ~ChartFiles();
    ChartFiles(const ChartFiles&) = delete;
    ChartFiles& operator=(const ChartFiles&) = delete;

    // Draws a figure as SVG; an empty function when this build draws none.
    report::DrawSvg svg() const;

    // All figures of the document, as <folder>/<figure id>.png.
    void write_png(const std::filesystem::path& folder, const report::Document& document) const;

 private:
    std::unique_ptr<report::HeadlessCharts> charts_;
};

}  // namespace reentry::cli
