// Puts labels beside points so that none covers another label, a point, or leaves the picture.
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace reentry::report {

class LabelPlacer {
 public:
    explicit LabelPlacer(QRectF within) : within_(within) {}

    // Keeps labels off this area.
    void block(const QRectF& area) { taken_.push_back(area); }

    // Keeps labels off this line as long as there is another place.
    void avoid(const QLineF& line) { lines_.push_back(line); }

    // A free place for a label of that size near the point, the nearest of 24 that are tried:
    // right, left, above, below and diagonal, at three distances. Takes it. Empty when all collide.
    std::optional<QRectF> place(QPointF point, QSizeF size, double distance);

 private:
    bool free(const QRectF& area) const;
    bool crossed(const QRectF& area) const;
    std::optional<QRectF> find(QPointF point, QSizeF size, double distance, bool across) const;

    QRectF within_;
    std::vector<QLineF> lines_;
    std::vector<QRectF> taken_;
};

// Heights for labels in a column: as near as may be to where they are wanted, each at least
// `height` below the one before, all between top and bottom if there is room. `wanted` ascending;
// returns centres.
std::vector<double> spread(std::vector<double> wanted, double height, double top, double bottom);

}  // namespace reentry::report
