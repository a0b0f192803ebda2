#include "report/charts/annotations.hpp"

#include <QPainter>

#include <utility>

namespace reentry::report {

void Annotations::add(QChart* chart, Paint paint) { new Annotations(chart, std::move(paint)); }

Annotations::Annotations(QChart* chart, Paint paint)
    : QGraphicsItem(chart), chart_(chart), paint_(std::move(paint)) {
    setZValue(1000);
    setAcceptedMouseButtons(Qt::NoButton);
    QObject::connect(chart, &QChart::plotAreaChanged, chart, [this] {
        prepareGeometryChange();
        update();
    });
}

QRectF Annotations::boundingRect() const { return chart_->rect(); }

void Annotations::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paint_(*painter, *chart_);
    painter->restore();
}

}  // namespace reentry::report
