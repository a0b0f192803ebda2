#include "gui/pages/recovery_page.hpp"

#include "gui/pages/incident_table.hpp"
#include "gui/widgets/report_table.hpp"
#include "gui/widgets/theme.hpp"
#include "report/comparison/figures.hpp"
#include "report/verdict.hpp"

#include <QSplitter>
#include <QVBoxLayout>

namespace reentry::gui {

RecoveryPage::RecoveryPage(Selection& selection, QWidget* parent)
    : Page(QStringLiteral("recovery"), selection, parent),
      classes_(new ClassChoice(QStringLiteral("recovery_class"), false, selection, this)),
      option_(new QLabel(this)),
      distribution_(new ChartView(QStringLiteral("distribution_chart"), this)),
      gantt_(new ChartView(QStringLiteral("gantt_chart"), this)) {
    sorted_.setSourceModel(&incident_model_);
    sorted_.setSortRole(TableModel::sort_role);
    incidents_ = new ReportTable(QStringLiteral("incidents"), sorted_, 3, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::margin, theme::margin, theme::margin, theme::margin);
    column->setSpacing(theme::gap + 4);
    column->addWidget(make_controls());
    column->addWidget(make_charts(), 1);
    connect_views();
}

QWidget* RecoveryPage::make_controls() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new QLabel(tr("Incidents of class")));
    row->addWidget(classes_);
    row->addSpacing(theme::margin);
    option_->setObjectName(QStringLiteral("heading"));
    row->addWidget(option_, 1);
    auto* note = new QLabel(tr("Click an incident to see what happened in it."));
    note->setObjectName(QStringLiteral("soft"));
    row->addWidget(note);
    return bar;
}

QWidget* RecoveryPage::make_charts() {
    auto* above = new QSplitter(Qt::Horizontal);
    above->setChildrenCollapsible(false);
    above->setHandleWidth(theme::gap + 4);
    above->addWidget(distribution_);
    above->addWidget(incidents_);
    above->setSizes({440, 700});
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->setHandleWidth(theme::gap + 4);
    split->addWidget(above);
    split->addWidget(gantt_);
    split->setSizes({330, 330});
    return split;
}

void RecoveryPage::connect_views() {
    connect(&selection_, &Selection::row_changed, this, &RecoveryPage::refresh);
    connect(&selection_, &Selection::class_changed, this, &RecoveryPage::refresh);
    connect(incidents_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const auto number = now.data(TableModel::key_role);
                if (!following_ && number.isValid()) replay(number.toULongLong());
            });
    connect(&details_, &Details::replayed, this, [this](const ReplayedPtr& recovery) {
        gantt_->show_chart(report::gantt(recovery->trace));
    });
    connect(&details_, &Details::failed, gantt_, &ChartView::show_text);
}

void RecoveryPage::show_result(ResultPtr result, ResultPtr) {
    result_ = std::move(result);
    classes_->show_classes(result_.get());
    refresh();
}

void RecoveryPage::refresh() {
    if (!result_) return forget();
    const auto index = selection_.row();
    if (!index || result_->row(*index).classes.size() <= incident_class()) {
        forget();
        option_->clear();
        distribution_->show_text(tr("Choose an option that is offered, on any other page."));
        return gantt_->show_text({});
    }
    const auto& row = result_->row(*index);
    option_->setText(QString::fromStdString(report::option_name(row)));
    show_distribution(row);
    show_incidents(row);
}

void RecoveryPage::forget() {
    details_.forget();
    wanted_.reset();
    looked_in_ = nullptr;
    incident_model_.set_table({}, {});
}

void RecoveryPage::show_distribution(const study::Row& row) {
    const auto& incidents = row.classes[incident_class()];
    auto chart = report::distribution(*result_->comparison, row, incidents);
    chart.title = incidents.name;
    distribution_->show_chart(std::move(chart));
}

void RecoveryPage::show_incidents(const study::Row& row) {
    following_ = true;
    gui::show_incidents(incident_model_, *result_, row.classes[incident_class()]);
    following_ = false;
    choose_worst();
}

// Stays with the incident that is looked at as long as it is in the table.
void RecoveryPage::choose_worst() {
    if (sorted_.rowCount() == 0)
        return gantt_->show_text(tr("There is no incident of this class to look at."));
    const QModelIndex current = incidents_->currentIndex();
    if (current.isValid())
        replay(current.data(TableModel::key_role).toULongLong());
    else
        incidents_->setCurrentIndex(sorted_.index(0, 0));
}

void RecoveryPage::replay(std::size_t number) {
    wanted_ = number;
    if (isVisible()) look();
}

void RecoveryPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    look();
}

void RecoveryPage::look() {
    if (!wanted_ || !result_ || !selection_.row()) return;
    const IncidentRef which{*selection_.row(), incident_class(), *wanted_};
    if (which == looked_at_ && looked_in_ == result_->simulated) return;
    looked_at_ = which;
    looked_in_ = result_->simulated;
    gantt_->show_text(tr("Going through incident %1 again …").arg(which.number));
    details_.replay(result_, which);
}

}  // namespace reentry::gui
