// Shows a chart that report/charts draws, resized with the window. Points of a cost-recovery chart
// can be clicked.
#pragma once

#include "report/chart.hpp"
#include "report/charts/draw.hpp"

#include <QGraphicsScene>
#include <QGraphicsView>

#include <optional>

namespace reentry::gui {

class ChartView : public QGraphicsView {
    Q_OBJECT

 public:
    explicit ChartView(const QString& name, QWidget* parent = nullptr);
    ~ChartView() override;

    void show_chart(report::Chart chart);
    // Instead of a chart: one sentence that says what to do.
    void show_text(const QString& sentence);

    // What is shown; null: a sentence.
    const report::Chart* chart() const { return drawn_ == nullptr ? nullptr : &chart_; }

    // Marks a point with a ring; empty: none.
    void mark(std::optional<std::size_t> point);
    std::vector<QPointF> point_positions() const;  // in the coordinates of the viewport

 Q_SIGNALS:
    void point_clicked(std::size_t point);
    void point_double_clicked(std::size_t point);

 protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawForeground(QPainter* painter, const QRectF& area) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

 private:
    void lay_out();
    std::optional<std::size_t> point_at(QPointF position) const;

    QGraphicsScene scene_;
    QChart* drawn_ = nullptr;  // the scene's
    report::Chart chart_;
    QString sentence_;
    std::optional<std::size_t> marked_;
};

}  // namespace reentry::gui
