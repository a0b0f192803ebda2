// The tree of a bill for a view.
#pragma once

#include "gui/explain/bill_tree.hpp"

#include <QAbstractItemModel>

namespace reentry::gui {

class BillModel : public QAbstractItemModel {
    Q_OBJECT

 public:
    enum Column { name, quantity, band, unit_price, amount, reported, source, columns };

    explicit BillModel(const Bill& bill, QObject* parent = nullptr);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

 private:
    const BillNode& node(const QModelIndex& index) const;

    std::vector<BillNode> nodes_;
    std::vector<int> places_;  // of each node among its parent's children
};

}  // namespace reentry::gui
