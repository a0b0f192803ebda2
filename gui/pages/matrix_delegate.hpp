// Paints a cell of the matrix: verdict and cost, recovery time, probability of the RTO.
#pragma once

#include <QStyledItemDelegate>

namespace reentry::gui {

class MatrixDelegate : public QStyledItemDelegate {
    Q_OBJECT

 public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static constexpr int narrowest = 146, widest = 176, height = 68;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace reentry::gui
