#include "gui/pages/overview_page.hpp"

#include "gui/pages/matrix_delegate.hpp"
#include "gui/pages/option_table.hpp"
#include "gui/pages/overview_headlines.hpp"
#include "gui/widgets/report_table.hpp"
#include "gui/widgets/theme.hpp"
#include "report/verdict.hpp"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace reentry::gui {
namespace {

constexpr int bar_room = 14;  // of the vertical scroll bar
constexpr int strategy_width = 186;

}  // namespace

OverviewPage::OverviewPage(Selection& selection, QWidget* parent)
    : Page(QStringLiteral("overview"), selection, parent),
      headlines_(new HeadlineStrip(this)),
      classes_(new ClassChoice(QStringLiteral("overview_class"), true, selection, this)),
      matrix_(make_matrix()),
      words_(new QLineEdit(this)),
      verdict_(new QComboBox(this)) {
    make_options();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    column->setSpacing(theme::gap + 4);
    column->addWidget(headlines_);
    column->addWidget(make_filters());
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(theme::gap + 4);
    split->addWidget(matrix_);
    split->addWidget(options_);
    split->setSizes({400, 180});
    column->addWidget(split, 1);
    connect_views();
}

QTableView* OverviewPage::make_matrix() {
    auto* matrix = new QTableView(this);
    matrix->setObjectName(QStringLiteral("matrix"));
    matrix->setModel(&matrix_model_);
    matrix->setItemDelegate(new MatrixDelegate(matrix));
    matrix->setSelectionMode(QAbstractItemView::SingleSelection);
    matrix->setEditTriggers(QAbstractItemView::NoEditTriggers);
    matrix->setShowGrid(false);
    matrix->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    matrix->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* across = matrix->horizontalHeader();
    across->setDefaultSectionSize(MatrixDelegate::widest);
    across->setMinimumSectionSize(MatrixDelegate::narrowest);
    across->setSectionResizeMode(QHeaderView::Fixed);
    across->setHighlightSections(false);
    across->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    across->setTextElideMode(Qt::ElideRight);
    auto* down = matrix->verticalHeader();
    down->setDefaultSectionSize(MatrixDelegate::height);
    down->setSectionResizeMode(QHeaderView::Fixed);
    down->setFixedWidth(strategy_width);
    down->setHighlightSections(false);
    down->setDefaultAlignment(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter) |
                              Qt::Alignment(Qt::TextWordWrap));
    return matrix;
}

void OverviewPage::make_options() {
    verdicts_.setSourceModel(&option_model_);
    verdicts_.setFilterKeyColumn(option_verdict_column);
    filtered_.setSourceModel(&verdicts_);
    filtered_.setFilterKeyColumn(-1);
    filtered_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    filtered_.setSortRole(TableModel::sort_role);
    options_ = new ReportTable(QStringLiteral("options"), filtered_, 0, this);
}

QWidget* OverviewPage::make_filters() {
    words_->setObjectName(QStringLiteral("filter"));
    words_->setPlaceholderText(tr("Filter the table"));
    words_->setClearButtonEnabled(true);
    words_->setMaximumWidth(220);
    verdict_->setObjectName(QStringLiteral("filter_verdict"));
    verdict_->addItem(tr("all verdicts"));
    for (const auto verdict : {study::Verdict::meets, study::Verdict::tie, study::Verdict::misses,
                               study::Verdict::impossible, study::Verdict::not_offered})
        verdict_->addItem(QString::fromStdString(report::verdict_cell(verdict).text));
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Recovery from")));
    row->addWidget(classes_);
    row->addSpacing(theme::gap);
    auto* legend =
        new QLabel(tr("● meets   ≈ tie   ○ misses   × cannot recover all   ▲ breaks   |   "
                      "cost per month, MTR, P(RTO)"));
    legend->setObjectName(QStringLiteral("soft"));
    row->addWidget(legend);
    row->addStretch(1);
    row->addWidget(words_);
    row->addWidget(verdict_);
    return bar;
}

void OverviewPage::connect_views() {
    connect(&selection_, &Selection::row_changed, this, &OverviewPage::follow_selection);
    connect(&selection_, &Selection::class_changed, this, &OverviewPage::refresh);
    connect(words_, &QLineEdit::textChanged, this, &OverviewPage::filter);
    connect(verdict_, &QComboBox::currentIndexChanged, this, &OverviewPage::filter);
    connect(matrix_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OverviewPage::select);
    connect(options_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const auto row = now.data(TableModel::key_role);
                if (!following_ && row.isValid()) selection_.set_row(row.toULongLong());
            });
    connect(matrix_, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        if (const auto* face = matrix_model_.face(index)) Q_EMIT selection_.explain(face->row);
    });
    connect(options_, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT selection_.explain(index.data(TableModel::key_role).toULongLong());
    });
}

void OverviewPage::select(const QModelIndex& in_matrix) {
    const auto* face = matrix_model_.face(in_matrix);
    if (face != nullptr && !following_) selection_.set_row(face->row);
}

void OverviewPage::filter() {
    const int verdict = verdict_->currentIndex();
    verdicts_.setFilterFixedString(verdict == 0 ? QString{} : verdict_->currentText());
    filtered_.setFilterFixedString(words_->text());
    follow_selection();
}

void OverviewPage::show_result(ResultPtr result, ResultPtr base) {
    const bool first = !result_;
    result_ = std::move(result);
    base_ = std::move(base);
    classes_->show_classes(result_.get());
    // What is chosen at first stands where it stands; later choices are brought into view.
    for (auto* view : {matrix_, options_}) view->setAutoScroll(!first);
    refresh();
    for (auto* view : {matrix_, options_}) view->setAutoScroll(true);
}

void OverviewPage::refresh() {
    if (!result_) return;
    const auto chosen = selection_.incident_class();
    following_ = true;
    headlines_->set_headlines(overview_headlines(*result_->comparison));
    matrix_model_.set_result(result_, base_, chosen);
    show_options(option_model_, *result_, chosen);
    fit_matrix();
    following_ = false;
    follow_selection();
}

// Columns share the width as far as it goes; no higher than its rows, so that the table below gets
// what remains.
void OverviewPage::fit_matrix() {
    const int columns = std::max(1, matrix_model_.columnCount());
    const int room = (width() - 2 * theme::margin - strategy_width - bar_room) / columns;
    matrix_->horizontalHeader()->setDefaultSectionSize(
        std::clamp(room, MatrixDelegate::narrowest, MatrixDelegate::widest));
    const bool scrolled = room < MatrixDelegate::narrowest;
    const int bar = scrolled ? matrix_->horizontalScrollBar()->sizeHint().height() : 0;
    const int heading = matrix_->horizontalHeader()->sizeHint().height();
    matrix_->setMaximumHeight(matrix_model_.rowCount() * MatrixDelegate::height + heading + bar +
                              4);
}

void OverviewPage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    fit_matrix();
}

void OverviewPage::follow_selection() {
    following_ = true;
    const auto row = selection_.row();
    matrix_->setCurrentIndex(row ? matrix_model_.index_of(*row) : QModelIndex{});
    const int line = row ? option_model_.row_of(*row) : -1;
    const auto source = verdicts_.mapFromSource(option_model_.index(line, 0));
    options_->setCurrentIndex(filtered_.mapFromSource(source));
    following_ = false;
}

}  // namespace reentry::gui
