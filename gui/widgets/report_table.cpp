#include "gui/widgets/report_table.hpp"

#include <QFontMetrics>
#include <QHeaderView>
#include <QStyledItemDelegate>

#include <algorithm>

namespace reentry::gui {
namespace {

constexpr int cell_padding = 24;        // both sides, and a little air
constexpr int narrowest_elastic = 120;  // below that the table is scrolled
constexpr int most_measured = 300;      // rows that decide the width of a column
constexpr int row_height = 27;

// Keeps the ink of a cell when its row is selected.
class InkDelegate final : public QStyledItemDelegate {
 public:
    using QStyledItemDelegate::QStyledItemDelegate;

 protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const auto ink = index.data(Qt::ForegroundRole);
        if (ink.isValid()) option->palette.setColor(QPalette::HighlightedText, ink.value<QColor>());
    }
};

int width_of(const QAbstractItemModel& model, int column, const QFontMetrics& metrics) {
    int width = metrics.horizontalAdvance(model.headerData(column, Qt::Horizontal).toString());
    const int rows = std::min(model.rowCount(), most_measured);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex cell = model.index(row, column);
        const int advance = metrics.horizontalAdvance(cell.data().toString());
        const bool bold = cell.data(Qt::FontRole).isValid();
        width = std::max(width, bold ? advance * 11 / 10 : advance);
    }
    return width + cell_padding;
}

}  // namespace

ReportTable::ReportTable(const QString& name, QAbstractItemModel& model, int elastic_column,
                         QWidget* parent)
    : QTableView(parent), elastic_(elastic_column) {
    setObjectName(name);
    setModel(&model);
    setItemDelegate(new InkDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(row_height);
    horizontalHeader()->setHighlightSections(false);
    connect(&model, &QAbstractItemModel::modelReset, this, &ReportTable::fit);
    connect(&model, &QAbstractItemModel::dataChanged, this, &ReportTable::fit);
}

void ReportTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void ReportTable::fit() {
    const int columns = model()->columnCount();
    const QFontMetrics metrics(font());
    int others = 0;
    for (int column = 0; column < columns; ++column) {
        if (column == elastic_) continue;
        const int width = width_of(*model(), column, metrics);
        horizontalHeader()->resizeSection(column, width);
        others += width;
    }
    if (elastic_ >= columns) return;
    const int wanted = width_of(*model(), elastic_, metrics);
    const int left = viewport()->width() - others;
    const int least = std::min(wanted, narrowest_elastic);
    horizontalHeader()->resizeSection(elastic_, std::max(least, left));
}

}  // namespace reentry::gui
