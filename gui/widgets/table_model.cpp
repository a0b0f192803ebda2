#include "gui/widgets/table_model.hpp"

#include "gui/widgets/theme.hpp"

#include <QFont>

#include <algorithm>

namespace reentry::gui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool same_shape(const report::Table& a, const report::Table& b) {
    if (a.rows.size() != b.rows.size() || a.columns.size() != b.columns.size()) return false;
    for (std::size_t i = 0; i < a.columns.size(); ++i)
        if (a.columns[i].title != b.columns[i].title) return false;
    return true;
}

}  // namespace

void TableModel::set_table(report::Table table, std::vector<std::size_t> keys,
                           std::vector<QString> tips) {
    const bool keeps = same_shape(table, table_) && keys == keys_;
    if (!keeps) beginResetModel();
    table_ = std::move(table);
    keys_ = std::move(keys);
    tips_ = std::move(tips);
    if (!keeps)
        endResetModel();
    else if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::optional<std::size_t> TableModel::key(int row) const {
    if (row < 0 || static_cast<std::size_t>(row) >= keys_.size()) return std::nullopt;
    return keys_[static_cast<std::size_t>(row)];
}

int TableModel::row_of(std::size_t key) const {
    const auto found = std::find(keys_.begin(), keys_.end(), key);
    return found == keys_.end() ? -1 : static_cast<int>(found - keys_.begin());
}

int TableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.rows.size());
}

int TableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(table_.columns.size());
}

const report::Cell& TableModel::cell(const QModelIndex& index) const {
    return table_
        .rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
}

// Unknown figures come first when ascending.
QVariant TableModel::sort_value(const QModelIndex& index) const {
    const auto& column = table_.columns[static_cast<std::size_t>(index.column())];
    if (column.unit.empty()) return text(cell(index).text);
    if (cell(index).raw.empty()) return -1e300;
    return text(cell(index).raw).toDouble();
}

QVariant TableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !checkIndex(index)) return {};
    const auto& column = table_.columns[static_cast<std::size_t>(index.column())];
    const auto tone = cell(index).tone;
    switch (role) {
        case Qt::DisplayRole:
            return text(cell(index).text);
        case Qt::ForegroundRole:
            return theme::ink_of(tone);
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter |
                       (column.align == report::Align::right ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::FontRole: {
            if (tone != report::Tone::strong) return {};
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        case Qt::ToolTipRole: {
            const auto row = static_cast<std::size_t>(index.row());
            return row < tips_.size() ? tips_[row] : QVariant{};
        }
        case sort_role:
            return sort_value(index);
        case key_role: {
            const auto stands_for = key(index.row());
            return stands_for ? QVariant::fromValue<qulonglong>(*stands_for) : QVariant{};
        }
        default:
            return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const auto& column = table_.columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return text(column.title);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter |
                   (column.align == report::Align::right ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

}  // namespace reentry::gui
