#include "report/charts/labels.hpp"

#include <algorithm>
#include <array>

namespace reentry::report {
namespace {

struct Direction {
    double x, y;
};
constexpr std::array<Direction, 8> directions{
    {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, -1}, {-1, 1}}};

QRectF beside(QPointF point, QSizeF size, Direction d, double distance) {
    const double x = point.x() + d.x * distance + (d.x - 1) * size.width() / 2;
    const double y = point.y() + d.y * distance + (d.y - 1) * size.height() / 2;
    return {QPointF{x, y}, size};
}

}  // namespace

bool LabelPlacer::free(const QRectF& area) const {
    return within_.contains(area) &&
           std::none_of(taken_.begin(), taken_.end(),
                        [&](const QRectF& t) { return t.intersects(area); });
}

bool LabelPlacer::crossed(const QRectF& area) const {
    const QLineF down{area.topLeft(), area.bottomRight()}, up{area.bottomLeft(), area.topRight()};
    return std::any_of(lines_.begin(), lines_.end(), [&](const QLineF& line) {
        return line.intersects(down) == QLineF::BoundedIntersection ||
               line.intersects(up) == QLineF::BoundedIntersection || area.contains(line.p1()) ||
               area.contains(line.p2());
    });
}

std::optional<QRectF> LabelPlacer::find(QPointF point, QSizeF size, double distance,
                                        bool across) const {
    for (const double further : {1.0, 1.8, 3.0})
        for (const auto& direction : directions) {
            const QRectF area = beside(point, size, direction, distance * further);
            if (free(area) && (across || !crossed(area))) return area;
        }
    return std::nullopt;
}

std::optional<QRectF> LabelPlacer::place(QPointF point, QSizeF size, double distance) {
    auto area = find(point, size, distance, false);
    if (!area) area = find(point, size, distance, true);
    if (area) taken_.push_back(*area);
    return area;
}

std::vector<double> spread(std::vector<double> wanted, double height, double top, double bottom) {
    double least = top + height / 2;
    for (double& centre : wanted) {
        centre = std::max(centre, least);
        least = centre + height;
    }
    double most = bottom - height / 2;
    for (auto centre = wanted.rbegin(); centre != wanted.rend(); ++centre) {
        *centre = std::min(*centre, most);
        most = *centre - height;
    }
    return wanted;
}

}  // namespace reentry::report
