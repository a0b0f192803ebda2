// The scenario files that were opened last, kept in the settings and shown in a menu.
#pragma once

#include <QObject>
#include <QStringList>

class QMenu;
class QSettings;

namespace reentry::gui {

class RecentFiles : public QObject {
    Q_OBJECT

 public:
    explicit RecentFiles(QSettings& settings);

    QStringList files() const;  // newest first, at most eight
    void add(const QString& file);
    void attach(QMenu& menu);  // fills it each time it is about to be shown

 Q_SIGNALS:
    void chosen(const QString& file);

 private:
    void fill(QMenu& menu);

    QSettings& settings_;
};

}  // namespace reentry::gui
