// A dashboard without a screen, with settings of its own, for tests that drive it with real clicks.
#pragma once

#include "gui/main_window.hpp"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string>

namespace reentry::gui::test {

// Qt's application object, which every widget needs, for the length of a test.
class Application {
 public:
    Application();

 private:
    int count_ = 1;
    char name_[10] = "dashboard";
    char* arguments_[2] = {name_, nullptr};
    std::unique_ptr<QApplication> application_;
};

// The catalogues of the project, read once for all tests.
std::shared_ptr<const Catalogue> catalogue();

std::filesystem::path one_archive();  // scenarios/one-archive.toml

// Lets Qt work until it is so; false after twenty seconds.
bool comes_true(const std::function<bool()>& condition);

class Dashboard {
 public:
    explicit Dashboard(std::int64_t incidents = 60);

    // Opens the smallest scenario and waits until it is run and shown.
    void open();

    QString write(const char* name, const std::string& text);  // into a folder of its own
    template <class Widget>
    Widget* find(const char* name) {
        return window->findChild<Widget*>(QString::fromLatin1(name));
    }
    void click(const char* button);
    void click_cell(const char* table, int row, int column);
    double monthly_cost(std::size_t row = 0) const;
    Runner& runner() { return session.runner(); }

    Application application;
    QTemporaryDir folder;
    QSettings settings;
    StudySession session;
    std::unique_ptr<MainWindow> window;
};

}  // namespace reentry::gui::test
