#include "gui/widgets/chart_view.hpp"

#include "gui/widgets/theme.hpp"
#include "report/charts/positions.hpp"

#include <QMouseEvent>
#include <QPainter>

namespace reentry::gui {
namespace {

constexpr double reach = 14;  // pixels from a point that still mean it

}  // namespace

ChartView::ChartView(const QString& name, QWidget* parent) : QGraphicsView(parent) {
    setObjectName(name);
    setScene(&scene_);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(theme::paper);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumSize(320, 200);
    setMouseTracking(true);
}

ChartView::~ChartView() = default;

void ChartView::show_chart(report::Chart chart) {
    scene_.clear();
    sentence_.clear();
    marked_.reset();
    chart_ = std::move(chart);
    drawn_ = report::draw(chart_).release();
    drawn_->setAcceptHoverEvents(false);
    scene_.addItem(drawn_);
    lay_out();
}

void ChartView::show_text(const QString& sentence) {
    scene_.clear();
    drawn_ = nullptr;
    sentence_ = sentence;
    viewport()->update();
}

void ChartView::mark(std::optional<std::size_t> point) {
    marked_ = point;
    viewport()->update();
}

void ChartView::lay_out() {
    const QRectF area{QPointF{0, 0}, QSizeF{viewport()->size()}};
    scene_.setSceneRect(area);
    if (drawn_ != nullptr) drawn_->resize(area.size());
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    lay_out();
}

std::vector<QPointF> ChartView::point_positions() const {
    const auto* scatter = std::get_if<report::CostRecovery>(&chart_);
    if (drawn_ == nullptr || scatter == nullptr) return {};
    return report::positions(*scatter, *drawn_);
}

std::optional<std::size_t> ChartView::point_at(QPointF position) const {
    std::optional<std::size_t> nearest;
    double least = reach * reach;
    const auto points = point_positions();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF away = points[i] - position;
        const double distance = QPointF::dotProduct(away, away);
        if (distance > least) continue;
        least = distance;
        nearest = i;
    }
    return nearest;
}

void ChartView::drawForeground(QPainter* painter, const QRectF&) {
    if (!sentence_.isEmpty()) {
        painter->setPen(theme::soft);
        painter->drawText(sceneRect().adjusted(24, 24, -24, -24),
                          Qt::AlignCenter | Qt::TextWordWrap, sentence_);
    }
    const auto points = point_positions();
    if (!marked_ || *marked_ >= points.size()) return;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(theme::ink, 1.6));
    painter->drawEllipse(points[*marked_], 11, 11);
}

void ChartView::mousePressEvent(QMouseEvent* event) {
    if (const auto point = point_at(mapToScene(event->pos()))) Q_EMIT point_clicked(*point);
}

void ChartView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const auto point = point_at(mapToScene(event->pos()))) Q_EMIT point_double_clicked(*point);
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
    const bool on_point = point_at(mapToScene(event->pos())).has_value();
    viewport()->setCursor(on_point ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

}  // namespace reentry::gui
