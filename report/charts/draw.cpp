#include "report/charts/draw.hpp"

#include "report/charts/annotations.hpp"
#include "report/charts/canvas.hpp"
#include "report/charts/paint.hpp"

#include <algorithm>

namespace reentry::report {
namespace {

bool has_data(const CostCurve& chart) {
    return std::any_of(chart.lines.begin(), chart.lines.end(),
                       [](const auto& line) { return !line.cumulative.empty(); });
}
bool has_data(const MonthlyCost& chart) { return !chart.layers.empty() && !chart.months.empty(); }
bool has_data(const RecoveryDistribution& chart) { return !chart.times.empty(); }
bool has_data(const CostRecovery& chart) { return !chart.points.empty(); }
bool has_data(const Gantt& chart) { return !chart.lanes.empty(); }

std::unique_ptr<QChart> without_data(const std::string& title, const Style& style) {
    Canvas canvas(title, style);
    Annotations::add(canvas.chart(), [style](QPainter& painter, QChart& chart) {
        paint_text(painter, chart.rect(), Qt::AlignCenter, QStringLiteral("no data"), style.soft,
                   chart_font(15));
    });
    return canvas.take();
}

}  // namespace

std::unique_ptr<QChart> draw(const Chart& chart, const Style& style) {
    return std::visit(
        [&](const auto& kind) {
            return has_data(kind) ? draw(kind, style) : without_data(kind.title, style);
        },
        chart);
}

QSize natural_size(const Chart& chart) {
    constexpr int width = 960;
    const auto* gantt = std::get_if<Gantt>(&chart);
    if (gantt == nullptr) return {width, std::holds_alternative<CostRecovery>(chart) ? 560 : 420};
    return {width, 150 + 28 * static_cast<int>(std::max<std::size_t>(gantt->lanes.size(), 4))};
}

}  // namespace reentry::report
