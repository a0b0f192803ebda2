// Shows a table of the report tree: cells are formatted already, sorting uses their plain digits.
#pragma once

#include "report/tree.hpp"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace reentry::gui {

class TableModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    enum Role { sort_role = Qt::UserRole, key_role };

    using QAbstractTableModel::QAbstractTableModel;

    // Keeps view and selection when shape and headings stay. keys[i] is what row i stands for.
    void set_table(report::Table table, std::vector<std::size_t> keys,
                   std::vector<QString> tips = {});

    std::optional<std::size_t> key(int row) const;
    // The row that stands for it; -1 when there is none.
    int row_of(std::size_t key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

 private:
    const report::Cell& cell(const QModelIndex& index) const;
    QVariant sort_value(const QModelIndex& index) const;

    report::Table table_;
    std::vector<std::size_t> keys_;
    std::vector<QString> tips_;
};

}  // namespace reentry::gui
