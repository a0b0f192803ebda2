#include "gui/recent_files.hpp"

#include <QAction>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>

namespace reentry::gui {
namespace {

constexpr const char* key = "recent_files";
constexpr qsizetype most = 8;

}  // namespace

RecentFiles::RecentFiles(QSettings& settings) : settings_(settings) {}

QStringList RecentFiles::files() const {
    return settings_.value(QString::fromLatin1(key)).toStringList();
}

void RecentFiles::add(const QString& file) {
    QStringList all = files();
    const QString path = QFileInfo(file).absoluteFilePath();
    all.removeAll(path);
    all.prepend(path);
    settings_.setValue(QString::fromLatin1(key), all.mid(0, most));
}

void RecentFiles::attach(QMenu& menu) {
    connect(&menu, &QMenu::aboutToShow, this, [this, &menu] { fill(menu); });
    fill(menu);
}

void RecentFiles::fill(QMenu& menu) {
    menu.clear();
    for (const QString& file : files())
        connect(menu.addAction(file), &QAction::triggered, this,
                [this, file] { Q_EMIT chosen(file); });
    if (menu.isEmpty()) menu.addAction(tr("none yet"))->setEnabled(false);
}

}  // namespace reentry::gui
