#include "gui/main_window.hpp"

#include "gui/explain/bill_dialog.hpp"
#include "gui/pages/cost_page.hpp"
#include "gui/pages/frontier_page.hpp"
#include "gui/pages/overview_page.hpp"
#include "gui/pages/recovery_page.hpp"
#include "gui/widgets/theme.hpp"
#include "models/units/format.hpp"
#include "report/comparison/choice.hpp"

#include <QCloseEvent>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

namespace reentry::gui {
namespace {

constexpr int panel_width = 272;

QLabel* sentence(const QString& words) {
    auto* label = new QLabel(words);
    label->setObjectName(QStringLiteral("soft"));
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    return label;
}

}  // namespace

MainWindow::MainWindow(StudySession& session, QSettings& settings)
    : session_(session),
      settings_(settings),
      recent_(settings),
      header_(new HeaderBar(this)),
      stack_(new QStackedWidget(this)),
      empty_(sentence(tr("Open a scenario file with Ctrl+O, or drop one here."))),
      tabs_(new QTabWidget(this)),
      pages_{new OverviewPage(selection_), new CostPage(selection_), new RecoveryPage(selection_),
             new FrontierPage(selection_)},
      problems_(new ProblemPanel(this)),
      what_if_(new WhatIfPanel(this)) {
    setWindowTitle(tr("Reentry"));
    setAcceptDrops(true);
    resize(1440, 900);
    lay_out();
    make_dock();
    make_menus();
    connect_session();
    connect_what_if();
    restoreGeometry(settings_.value(QStringLiteral("geometry")).toByteArray());
    restoreState(settings_.value(QStringLiteral("state")).toByteArray());
}

void MainWindow::lay_out() {
    const QString names[] = {tr("Overview"), tr("Cost"), tr("Recovery"), tr("Cost against MTR")};
    for (std::size_t i = 0; i < pages_.size(); ++i) tabs_->addTab(pages_[i], names[i]);
    tabs_->setObjectName(QStringLiteral("pages"));
    tabs_->setDocumentMode(true);
    stack_->addWidget(empty_);
    stack_->addWidget(tabs_);
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addWidget(stack_, 1);
    column->addWidget(problems_);
    setCentralWidget(centre);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(theme::margin - 6, 0, theme::margin, 0);
}

void MainWindow::make_dock() {
    auto* scroll = new QScrollArea;
    scroll->setWidget(what_if_);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(panel_width);
    auto* dock = new QDockWidget(tr("What if"), this);
    dock->setObjectName(QStringLiteral("what_if_dock"));
    dock->setWidget(scroll);
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable);
    dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    addDockWidget(Qt::RightDockWidgetArea, dock);
}

void MainWindow::connect_session() {
    auto& runner = session_.runner();
    connect(header_, &HeaderBar::run_asked, &session_, &StudySession::run);
    connect(header_, &HeaderBar::cancel_asked, &runner, &Runner::cancel);
    connect(&recent_, &RecentFiles::chosen, this, &MainWindow::open);
    connect(problems_, &ProblemPanel::reread_asked, &session_, &StudySession::reopen);
    connect(&session_, &StudySession::opened, this, &MainWindow::show_opened);
    connect(&session_, &StudySession::problems_changed, this, &MainWindow::show_problems);
    connect(&session_, &StudySession::result_changed, this, &MainWindow::show_result);
    connect(&runner, &Runner::started, header_, &HeaderBar::show_running);
    connect(&runner, &Runner::progress, header_, &HeaderBar::show_progress);
    connect(&runner, &Runner::cancelled, this, [this] {
        show_state(tr("cancelled"));
        empty_->setText(tr("The run was cancelled. Press Run to start it again."));
    });
    connect(&runner, &Runner::failed, this, [this](const QString& reason) {
        show_state(tr("failed"));
        empty_->setText(tr("The run failed: %1").arg(reason));
        statusBar()->showMessage(tr("The run failed: %1").arg(reason));
    });
    connect(&selection_, &Selection::explain, this, &MainWindow::explain);
    connect(&details_, &Details::billed, this,
            [this](const BilledPtr& bill) { (new BillDialog(*bill, this))->show(); });
}

void MainWindow::connect_what_if() {
    connect(what_if_, &WhatIfPanel::behaviour_changed, &session_, &StudySession::set_behaviour);
    connect(what_if_, &WhatIfPanel::prices_changed, &session_, &StudySession::set_prices);
    connect(what_if_, &WhatIfPanel::reset_asked, &session_, &StudySession::reset);
    connect(&session_, &StudySession::what_if_changed, what_if_,
            [this] { what_if_->show_what_if(session_.what_if()); });
}

void MainWindow::open(const QString& file) {
    if (session_.open(file.toStdString())) recent_.add(file);
}

void MainWindow::show_opened() {
    const auto& scenario = *session_.scenario();
    const auto name = scenario.title.empty() ? scenario.name : scenario.title;
    header_->show_scenario(QString::fromStdString(name), QString::fromStdString(scenario.summary));
    setWindowTitle(tr("%1 – Reentry").arg(QString::fromStdString(name)));
    selection_.set_row(std::nullopt);
    selection_.set_class(std::nullopt);
    for (auto* page : pages_) page->show_result(nullptr, nullptr);
    what_if_->show_scenario(scenario);
    empty_->setText(tr("Simulating. The first figures appear when all options have been run."));
    stack_->setCurrentWidget(empty_);
    show_state({});
}

void MainWindow::show_problems() {
    const auto file = QString::fromStdString(session_.attempted().filename().string());
    const auto& kept = session_.scenario();
    const std::string title = !kept ? "" : kept->title.empty() ? kept->name : kept->title;
    problems_->show_problems(session_.problems(), file, QString::fromStdString(title));
}

void MainWindow::show_result() {
    const auto& result = session_.result();
    if (!selection_.row()) selection_.set_row(report::choose(*result->comparison).shown);
    for (auto* page : pages_) page->show_result(result, session_.base());
    stack_->setCurrentWidget(tabs_);
    if (!session_.runner().running()) show_state({});
    const auto count = [](std::size_t n) {
        return QString::fromStdString(format_count(static_cast<std::int64_t>(n)));
    };
    const auto& comparison = *result->comparison;
    QString text = tr("%1 incidents, %2 events; seed %3")
                       .arg(count(comparison.incidents), count(comparison.events))
                       .arg(comparison.seed);
    if (result->preview) text.prepend(tr("Preview with few incidents: "));
    statusBar()->showMessage(text);
    statusBar()->setToolTip(tr("Simulated in %1 s").arg(result->seconds, 0, 'f', 1));
}

void MainWindow::show_state(const QString& state) {
    header_->show_idle(state, session_.scenario() != nullptr);
    if (session_.runner().running()) header_->show_running();
}

void MainWindow::explain(std::size_t row) {
    const auto& result = session_.result();
    if (!result || !result->simulated->rows[row].offer.made) return;
    details_.bill(result, row);
}

bool MainWindow::settled() const {
    const auto* cost = static_cast<const CostPage*>(pages_[1]);
    const auto* recovery = static_cast<const RecoveryPage*>(pages_[2]);
    return session_.result() && !session_.runner().running() && !session_.runner().rating() &&
           !cost->busy() && !recovery->busy() && !details_.busy();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    settings_.setValue(QStringLiteral("geometry"), saveGeometry());
    settings_.setValue(QStringLiteral("state"), saveState());
    session_.runner().cancel();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.first().isLocalFile()) return;
    event->acceptProposedAction();
    open(urls.first().toLocalFile());
}

}  // namespace reentry::gui
