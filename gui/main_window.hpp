// The window: a view of one session. It lays out pages, hands them results and passes on wishes.
#pragma once

#include "gui/details.hpp"
#include "gui/pages/page.hpp"
#include "gui/recent_files.hpp"
#include "gui/study_session.hpp"
#include "gui/widgets/header_bar.hpp"
#include "gui/widgets/problem_panel.hpp"
#include "gui/widgets/what_if_panel.hpp"

#include <QMainWindow>
#include <QStackedWidget>
#include <QTabWidget>

#include <array>

class QSettings;

namespace reentry::gui {

class MainWindow : public QMainWindow {
    Q_OBJECT

 public:
    // Both outlive the window. Geometry and recent files are kept in the settings.
    MainWindow(StudySession& session, QSettings& settings);

    // From a menu, a drop or the command line. Problems are shown in the window.
    void open(const QString& file);

    // No page waits for anything: fit to be photographed.
    bool settled() const;
    void show_page(int page) { tabs_->setCurrentIndex(page); }

 protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

 private:
    void lay_out();
    void make_menus();
    void make_dock();
    void connect_session();
    void connect_what_if();
    void ask_for_file();
    void show_opened();
    void show_problems();
    void show_result();
    void show_state(const QString& state);
    void explain(std::size_t row);

    StudySession& session_;
    QSettings& settings_;
    RecentFiles recent_;
    Selection selection_;
    Details details_;
    HeaderBar* header_;
    QStackedWidget* stack_;
    QLabel* empty_;
    QTabWidget* tabs_;
    std::array<Page*, 4> pages_;
    ProblemPanel* problems_;
    WhatIfPanel* what_if_;
};

}  // namespace reentry::gui
