#include "gui/pages/cost_page.hpp"

#include "gui/pages/cost_tables.hpp"
#include "gui/pages/shares_by_month.hpp"
#include "gui/widgets/report_table.hpp"
#include "gui/widgets/theme.hpp"
#include "report/comparison/choice.hpp"
#include "report/comparison/figures.hpp"

#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace reentry::gui {
namespace {

QLabel* note(const QString& words) {
    auto* label = new QLabel(words);
    label->setObjectName(QStringLiteral("soft"));
    return label;
}

ReportTable* sorted_table(const QString& name, TableModel& model, QSortFilterProxyModel& sorted,
                          QWidget* parent) {
    sorted.setSourceModel(&model);
    sorted.setSortRole(TableModel::sort_role);
    return new ReportTable(name, sorted, 0, parent);
}

}  // namespace

CostPage::CostPage(Selection& selection, QWidget* parent)
    : Page(QStringLiteral("cost"), selection, parent),
      view_(new QComboBox(this)),
      added_up_(new QCheckBox(tr("added up"), this)),
      chart_(new ChartView(QStringLiteral("cost_chart"), this)),
      options_(sorted_table(QStringLiteral("cost_options"), option_model_, sorted_options_, this)),
      shares_(sorted_table(QStringLiteral("cost_shares"), share_model_, sorted_shares_, this)) {
    options_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(theme::gap + 4);
    split->addWidget(chart_);
    split->addWidget(make_tables());
    split->setSizes({400, 260});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    column->setSpacing(theme::gap + 4);
    column->addWidget(make_controls());
    column->addWidget(split, 1);
    connect_views();
}

QWidget* CostPage::make_controls() {
    view_->setObjectName(QStringLiteral("cost_view"));
    view_->addItems({tr("compare the chosen options"), tr("one option, by what it is spent on"),
                     tr("one option, by running and drills")});
    added_up_->setObjectName(QStringLiteral("cost_added_up"));
    added_up_->setChecked(true);
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Show")));
    row->addWidget(view_);
    row->addWidget(added_up_);
    row->addStretch(1);
    row->addWidget(note(tr("Ctrl-click lines to compare several; double-click opens the bill.")));
    return bar;
}

QWidget* CostPage::make_tables() {
    auto* tables = new QSplitter(Qt::Horizontal);
    tables->setChildrenCollapsible(false);
    tables->setHandleWidth(theme::gap + 4);
    tables->addWidget(options_);
    tables->addWidget(shares_);
    tables->setSizes({700, 360});
    return tables;
}

void CostPage::connect_views() {
    connect(view_, &QComboBox::currentIndexChanged, this, [this](int view) {
        added_up_->setChecked(view == compare);
        show_chart();
    });
    connect(added_up_, &QCheckBox::toggled, this, &CostPage::show_chart);
    connect(&selection_, &Selection::row_changed, this, &CostPage::follow_selection);
    connect(options_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const auto row = now.data(TableModel::key_role);
                if (!following_ && row.isValid()) selection_.set_row(row.toULongLong());
            });
    connect(options_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!following_ && view_->currentIndex() == compare) show_chart();
    });
    for (auto* table : {options_, shares_})
        connect(table, &QAbstractItemView::doubleClicked, this, [this] {
            if (selection_.row()) Q_EMIT selection_.explain(*selection_.row());
        });
    connect(&details_, &Details::billed, this, [this](const BilledPtr& bill) {
        bill_ = bill;
        if (view_->currentIndex() == by_share) show_chart();
    });
    connect(&details_, &Details::failed, chart_, &ChartView::show_text);
}

void CostPage::show_result(ResultPtr result, ResultPtr) {
    const bool first = !result_;
    result_ = std::move(result);
    bill_ = nullptr;
    if (!result_) return;
    following_ = true;
    show_costs(option_model_, *result_);
    following_ = false;
    if (first) choose_best();
    options_->setAutoScroll(!first);
    follow_selection();
    options_->setAutoScroll(true);
}

// At first the best provider of each strategy, as reports show it.
void CostPage::choose_best() {
    following_ = true;
    options_->clearSelection();
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    for (const std::size_t row : report::choose(*result_->comparison).by_strategy)
        options_->selectionModel()->select(
            sorted_options_.mapFromSource(option_model_.index(option_model_.row_of(row), 0)), rows);
    following_ = false;
}

void CostPage::follow_selection() {
    if (!result_) return;
    const auto row = selection_.row();
    following_ = true;
    const int line = row ? option_model_.row_of(*row) : -1;
    const auto shown = sorted_options_.mapFromSource(option_model_.index(line, 0));
    const auto rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    if (shown.isValid()) options_->selectionModel()->setCurrentIndex(shown, rows);
    following_ = false;
    if (row && line >= 0) show_shares(share_model_, *result_, result_->row(*row));
    show_chart();
}

std::vector<std::size_t> CostPage::chosen_rows() const {
    std::vector<std::size_t> rows;
    for (const auto& index : options_->selectionModel()->selectedRows())
        rows.push_back(index.data(TableModel::key_role).toULongLong());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void CostPage::show_comparison() {
    const auto rows = chosen_rows();
    if (rows.empty()) return chart_->show_text(tr("Choose options in the table to compare them."));
    auto curve = report::cost_curve(*result_->comparison, rows);
    for (std::size_t i = 0; i < rows.size(); ++i)
        curve.lines[i].strong = rows[i] == selection_.row();
    if (!added_up_->isChecked()) take_apart(curve);
    chart_->show_chart(std::move(curve));
}

void CostPage::show_chart() {
    if (!result_) return;
    const auto view = view_->currentIndex();
    if (view == compare) return show_comparison();
    const auto row = selection_.row();
    if (!row || option_model_.row_of(*row) < 0)
        return chart_->show_text(tr("Choose an option that is offered to see its months."));
    if (view == by_share && (!bill_ || bill_->row != *row || bill_->result != result_)) {
        details_.bill(result_, *row);
        return chart_->show_text(tr("Adding up the bill …"));
    }
    auto months = view == by_share ? shares_by_month(bill_->bill, result_->row(*row))
                                   : report::monthly_cost(*result_->comparison, result_->row(*row));
    if (added_up_->isChecked()) add_up(months);
    chart_->show_chart(std::move(months));
}

}  // namespace reentry::gui
