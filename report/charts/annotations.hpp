// A layer above a chart's series on which labels, limits and bars are painted. It is painted anew
// from the chart's present plot area each time, so that it follows when a window is resized.
#pragma once

#include <QChart>
#include <QGraphicsItem>

#include <functional>

namespace reentry::report {

class Annotations final : public QGraphicsItem {
 public:
    using Paint = std::function<void(QPainter&, QChart&)>;

    // Belongs to the chart from then on.
    static void add(QChart* chart, Paint paint);

    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override;

 private:
    Annotations(QChart* chart, Paint paint);

    QChart* chart_;
    Paint paint_;
};

}  // namespace reentry::report
