#include "report/charts/positions.hpp"

#include <QScatterSeries>

namespace reentry::report {
namespace {

// Series hold the points of one group that agree on `meets`, in the order of the chart; which of
// the two is told by comparing with the first such point.
struct Places {
    const CostRecovery& chart;
    QChart& drawn;
    std::vector<QPointF> found;

    void take(const QScatterSeries& series, bool meets, const std::string& group) {
        qsizetype next = 0;
        for (std::size_t i = 0; i < chart.points.size(); ++i) {
            const auto& point = chart.points[i];
            if (point.group != group || point.meets != meets || next == series.count()) continue;
            found[i] = drawn.mapToPosition(series.at(static_cast<int>(next++)),
                                           const_cast<QScatterSeries*>(&series));
        }
    }
};

}  // namespace

std::vector<QPointF> positions(const CostRecovery& chart, QChart& drawn) {
    Places places{chart, drawn, std::vector<QPointF>(chart.points.size())};
    bool any = false;
    for (QAbstractSeries* series : drawn.series()) {
        const auto* scatter = qobject_cast<const QScatterSeries*>(series);
        if (scatter == nullptr) continue;
        any = true;
        // Those that meet are filled in the colour of their border.
        places.take(*scatter, scatter->color() == scatter->borderColor(),
                    scatter->name().toStdString());
    }
    return any ? places.found : std::vector<QPointF>{};
}

}  // namespace reentry::report
