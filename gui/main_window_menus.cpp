// The menus of the window; every action has a key.
#include "gui/main_window.hpp"

#include <QDockWidget>
#include <QFileDialog>
#include <QMenuBar>

namespace reentry::gui {

void MainWindow::make_menus() {
    auto& runner = session_.runner();
    auto* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::ask_for_file);
    auto* recent = file->addMenu(tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recent"));
    recent_.attach(*recent);
    file->addAction(tr("Read &again"), QKeySequence(tr("Ctrl+R")), &session_,
                    &StudySession::reopen);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);

    auto* run = menuBar()->addMenu(tr("&Run"));
    run->addAction(tr("&Run"), QKeySequence(Qt::Key_F5), &session_, &StudySession::run);
    run->addAction(tr("&Cancel"), QKeySequence(Qt::Key_Escape), &runner, &Runner::cancel);
    run->addAction(tr("&Reset what-if"), QKeySequence(tr("Ctrl+0")), &session_,
                   &StudySession::reset);
    run->addAction(tr("Open the &bill"), QKeySequence(tr("Ctrl+B")), this, [this] {
        if (selection_.row()) explain(*selection_.row());
    });

    auto* view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < tabs_->count(); ++i)
        view->addAction(tabs_->tabText(i), QKeySequence(QStringLiteral("Ctrl+%1").arg(i + 1)),
                        tabs_, [this, i] { show_page(i); });
    view->addSeparator();
    auto* panel = findChild<QDockWidget*>(QStringLiteral("what_if_dock"))->toggleViewAction();
    panel->setShortcut(QKeySequence(tr("Ctrl+I")));
    view->addAction(panel);
}

void MainWindow::ask_for_file() {
    const QString folder = QString::fromStdString(session_.attempted().parent_path().string());
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a scenario"), folder,
                                                      tr("Scenario files (*.toml);;All files (*)"));
    if (!file.isEmpty()) open(file);
}

}  // namespace reentry::gui
