#include "gui/pages/frontier_page.hpp"

#include "gui/widgets/columns.hpp"
#include "gui/widgets/report_table.hpp"
#include "gui/widgets/theme.hpp"
#include "report/comparison/figures.hpp"
#include "report/verdict.hpp"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace reentry::gui {
namespace {

using namespace report;

// Points stand in the order of rows and carry their names; rows without a point are passed over.
std::vector<std::size_t> rows_of(const CostRecovery& chart, const study::Comparison& comparison) {
    std::vector<std::size_t> rows;
    std::size_t row = 0;
    for (const auto& point : chart.points) {
        const auto is_it = [&](const study::Row& r) {
            const std::string& group = r.provider.empty() ? "on premises" : r.provider_name;
            return r.strategy_name == point.label && group == point.group &&
                   r.monthly_cost.to_double() == point.monthly_cost;
        };
        while (row < comparison.rows.size() && !is_it(comparison.rows[row])) ++row;
        rows.push_back(row++);
    }
    return rows;
}

Table table_of(const CostRecovery& chart, const std::vector<std::size_t>& rows,
               const study::Comparison& comparison) {
    Table table;
    const std::string& money = comparison.currency;
    table.columns = {words("front", "Front"), words("option", "Option"),
                     words("verdict", "Verdict"), figures("recovery", chart.recovery_title, "s"),
                     figures("cost", "Cost per month [" + money + "]", money)};
    double largest = 0;
    for (const auto& point : chart.points) largest = std::max(largest, point.monthly_cost);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = comparison.rows[rows[i]];
        const bool front = chart.points[i].on_front;
        table.rows.push_back({front ? Cell{"◆ on it", "1", Tone::strong} : empty_cell(),
                              text_cell(option_name(row)), verdict_cell(row),
                              seconds_cell(chart.points[i].recovery_s),
                              cost_cell(row, row.monthly_cost, places_for(largest))});
    }
    return table;
}

}  // namespace

FrontierPage::FrontierPage(Selection& selection, QWidget* parent)
    : Page(QStringLiteral("frontier"), selection, parent),
      view_(new QComboBox(this)),
      chart_(new ChartView(QStringLiteral("frontier_chart"), this)) {
    sorted_.setSourceModel(&model_);
    sorted_.setSortRole(TableModel::sort_role);
    table_ = new ReportTable(QStringLiteral("frontier_table"), sorted_, 1, this);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(theme::gap + 4);
    split->addWidget(chart_);
    split->addWidget(table_);
    split->setSizes({520, 170});
    view_->setObjectName(QStringLiteral("frontier_view"));
    view_->addItem(tr("until all that was hit is back (MTR)"));
    auto* controls = new QHBoxLayout;
    controls->addWidget(new QLabel(tr("Show the mean time")));
    controls->addWidget(view_);
    controls->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    column->setSpacing(theme::gap + 4);
    column->addLayout(controls);
    column->addWidget(split, 1);
    connect_views();
}

void FrontierPage::connect_views() {
    connect(&selection_, &Selection::row_changed, this, &FrontierPage::follow_selection);
    connect(view_, &QComboBox::currentIndexChanged, this, &FrontierPage::show_points);
    connect(chart_, &ChartView::point_clicked, this,
            [this](std::size_t point) { selection_.set_row(rows_[point]); });
    connect(chart_, &ChartView::point_double_clicked, this,
            [this](std::size_t point) { Q_EMIT selection_.explain(rows_[point]); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const auto row = now.data(TableModel::key_role);
                if (!following_ && row.isValid()) selection_.set_row(row.toULongLong());
            });
    connect(table_, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT selection_.explain(index.data(TableModel::key_role).toULongLong());
    });
}

void FrontierPage::show_result(ResultPtr result, ResultPtr) {
    const bool first = !result_;
    result_ = std::move(result);
    if (!result_) return;
    offer_views();
    show_points();
    if (first) table_->sortByColumn(3, Qt::AscendingOrder);
}

// The top service's recovery can be chosen where some incident hits it.
void FrontierPage::offer_views() {
    const QSignalBlocker silent(view_);
    if (!report::hits_top_service(*result_->comparison)) {
        view_->removeItem(1);
        return;
    }
    const QString words = tr("until %1 is back at its minimum level")
                              .arg(QString::fromStdString(result_->comparison->top_service));
    if (view_->count() < 2) view_->addItem(words);
    view_->setItemText(1, words);
}

void FrontierPage::show_points() {
    if (!result_) return;
    points_ = report::cost_recovery(*result_->comparison, view_->currentIndex() == 1
                                                              ? report::Recovered::top_service
                                                              : report::Recovered::all);
    rows_ = rows_of(points_, *result_->comparison);
    if (points_.points.empty())
        chart_->show_text(tr("No option brought everything back: there is nothing to compare."));
    else
        chart_->show_chart(points_);
    following_ = true;
    model_.set_table(table_of(points_, rows_, *result_->comparison), rows_);
    following_ = false;
    follow_selection();
}

void FrontierPage::follow_selection() {
    const auto row = selection_.row();
    const int line = row ? model_.row_of(*row) : -1;
    following_ = true;
    table_->setCurrentIndex(sorted_.mapFromSource(model_.index(line, 0)));
    following_ = false;
    chart_->mark(line < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(line)));
}

}  // namespace reentry::gui
