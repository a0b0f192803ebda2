#include "cli/chart_files.hpp"

#ifdef REENTRY_CHARTS

#include "report/atomic_file.hpp"
#include "report/charts/headless.hpp"

namespace reentry::cli {

ChartFiles::ChartFiles() : charts_(std::make_unique<report::HeadlessCharts>()) {}
ChartFiles::~ChartFiles() = default;

report::DrawSvg ChartFiles::svg() const {
    return [this](const report::Figure& figure) { return charts_->svg(figure); };
}

void ChartFiles::write_png(const std::filesystem::path& folder,
                           const report::Document& document) const {
    for (const auto* figure : report::figures(document))
        report::write_file(folder / (figure->id + ".png"), charts_->png(*figure));
}

}  // namespace reentry::cli

#else

namespace reentry::report {
class HeadlessCharts {};
}  // namespace reentry::report

namespace reentry::cli {

ChartFiles::ChartFiles() = default;
ChartFiles::~ChartFiles() = default;

report::DrawSvg ChartFiles::svg() const { return {}; }

void ChartFiles::write_png(const std::filesystem::path&, const report::Document&) const {}

}  // namespace reentry::cli

#endif
