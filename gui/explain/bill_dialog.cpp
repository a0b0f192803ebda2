#include "gui/explain/bill_dialog.hpp"

#include "gui/explain/bill_model.hpp"
#include "gui/widgets/theme.hpp"
#include "models/money/format.hpp"
#include "report/verdict.hpp"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace reentry::gui {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QTreeView* make_tree(const Bill& bill, QWidget* parent) {
    auto* tree = new QTreeView(parent);
    tree->setObjectName(QStringLiteral("bill"));
    tree->setModel(new BillModel(bill, tree));
    tree->setUniformRowHeights(true);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setTextElideMode(Qt::ElideRight);
    tree->header()->setStretchLastSection(true);
    constexpr int widths[] = {320, 160, 110, 180, 110, 120};
    for (int i = 0; i < 6; ++i) tree->header()->resizeSection(i, widths[i]);
    return tree;
}

}  // namespace

BillDialog::BillDialog(const Billed& billed, QWidget* parent) : QDialog(parent) {
    const auto& row = billed.result->row(billed.row);
    setObjectName(QStringLiteral("bill_dialog"));
    setWindowTitle(tr("Bill: %1").arg(text(report::option_name(row))));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1240, 620);
    auto* heading = new QLabel(
        tr("%1: %2 over the horizon, running operation and drills")
            .arg(text(report::option_name(row)), text(format_money(billed.bill.total()))));
    heading->setObjectName(QStringLiteral("heading"));
    heading->setTextFormat(Qt::PlainText);
    auto* note = new QLabel(
        billed.bill.complete()
            ? tr("Amounts are exact; lines are rounded to cents only to be shown.")
            : tr("Some prices are not known: those lines count nothing, and the sum is too low."));
    note->setObjectName(QStringLiteral("soft"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    column->addWidget(heading);
    column->addWidget(note);
    column->addWidget(make_tree(billed.bill, this), 1);
    column->addWidget(buttons);
}

}  // namespace reentry::gui
