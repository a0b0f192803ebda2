#include "gui/explain/bill_model.hpp"

#include "gui/widgets/theme.hpp"

namespace reentry::gui {
namespace {

bool is_figure(int column) {
    return column == BillModel::quantity || column == BillModel::unit_price ||
           column == BillModel::amount || column == BillModel::reported;
}

const std::string& text_of(const BillNode& node, int column) {
    switch (column) {
        case BillModel::quantity:
            return node.quantity;
        case BillModel::band:
            return node.band;
        case BillModel::unit_price:
            return node.unit_price;
        case BillModel::amount:
            return node.amount;
        case BillModel::reported:
            return node.reported;
        case BillModel::source:
            return node.source;
        default:
            return node.name;
    }
}

}  // namespace

BillModel::BillModel(const Bill& bill, QObject* parent)
    : QAbstractItemModel(parent), nodes_(bill_tree(bill)), places_(nodes_.size(), 0) {
    for (const auto& node : nodes_)
        for (std::size_t i = 0; i < node.children.size(); ++i)
            places_[node.children[i]] = static_cast<int>(i);
}

// An index carries the number of its node; the invalid index stands for the whole bill, node 0.
const BillNode& BillModel::node(const QModelIndex& index) const {
    return nodes_[index.isValid() ? index.internalId() : 0];
}

QModelIndex BillModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    return createIndex(row, column, node(parent).children[static_cast<std::size_t>(row)]);
}

QModelIndex BillModel::parent(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const std::size_t above = node(index).parent;
    return above == 0 ? QModelIndex{} : createIndex(places_[above], 0, above);
}

int BillModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent).children.size());
}

int BillModel::columnCount(const QModelIndex&) const { return columns; }

QVariant BillModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !checkIndex(index)) return {};
    const auto& shown = node(index);
    switch (role) {
        case Qt::DisplayRole:
            return QString::fromStdString(text_of(shown, index.column()));
        case Qt::ToolTipRole:
            if (index.column() == source) return QString::fromStdString(shown.source);
            return {};
        case Qt::TextAlignmentRole:
            return int(Qt::AlignVCenter |
                       (is_figure(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
        case Qt::ForegroundRole:
            if (shown.missing) return theme::ink_of(report::Tone::bad);
            return {};
        default:
            return {};
    }
}

QVariant BillModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (is_figure(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name:
            return tr("Spent on");
        case quantity:
            return tr("Quantity");
        case band:
            return tr("Band");
        case unit_price:
            return tr("Unit price");
        case amount:
            return tr("As charged");
        case reported:
            return tr("Amount");
        case source:
            return tr("Source");
        default:
            return {};
    }
}

}  // namespace reentry::gui
