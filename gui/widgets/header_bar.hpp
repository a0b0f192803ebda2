// What is open, how far the run is, and the two things to do about it.
#pragma once

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QWidget>

namespace reentry::gui {

class HeaderBar : public QWidget {
    Q_OBJECT

 public:
    explicit HeaderBar(QWidget* parent = nullptr);

    void show_scenario(const QString& title, const QString& summary);
    void show_running();
    void show_progress(quint64 done, quint64 total, const QString& doing);
    void show_idle(const QString& state, bool can_run);

 Q_SIGNALS:
    void run_asked();
    void cancel_asked();

 private:
    QLabel* title_;
    QLabel* summary_;
    QLabel* state_;
    QProgressBar* progress_;
    QPushButton* run_;
    QPushButton* cancel_;
};

}  // namespace reentry::gui
