#include "gui/screenshots.hpp"

#include "report/atomic_file.hpp"

#include <QApplication>
#include <QBuffer>
#include <QEventLoop>
#include <QPixmap>
#include <QTimer>

namespace reentry::gui {
namespace {

constexpr int width = 1440, height = 900;
constexpr int look_again_ms = 10;

// Lets the window work until nothing is under way, or the run has failed.
void settle(const MainWindow& window, const bool& failed) {
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (window.settled() || failed) loop.quit();
    });
    look.start(look_again_ms);
    loop.exec();
}

void photograph(MainWindow& window, const std::filesystem::path& file) {
    QApplication::sendPostedEvents();
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    window.grab().save(&png, "PNG");
    report::write_file(file, png.data().toStdString());
}

}  // namespace

bool take_screenshots(MainWindow& window, StudySession& session,
                      const std::filesystem::path& folder) {
    bool failed = false;
    const auto watch =
        QObject::connect(&session.runner(), &Runner::failed, &window, [&failed] { failed = true; });
    window.resize(width, height);
    window.show();
    constexpr const char* names[] = {"overview.png", "cost.png", "recovery.png", "frontier.png"};
    for (int page = 0; page < 4 && !failed; ++page) {
        window.show_page(page);
        settle(window, failed);
        if (!failed) photograph(window, folder / names[page]);
    }
    QObject::disconnect(watch);
    return !failed;
}

}  // namespace reentry::gui
