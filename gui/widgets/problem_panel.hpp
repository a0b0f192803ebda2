// What is wrong with a file: every problem with its place, what was found and what would be right.
#pragma once

#include "gui/widgets/table_model.hpp"
#include "models/diagnostic.hpp"

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

namespace reentry::gui {

class ProblemPanel : public QWidget {
    Q_OBJECT

 public:
    explicit ProblemPanel(QWidget* parent = nullptr);

    // Hides itself when there are none. `kept`: the scenario that stays shown; may be empty.
    void show_problems(const Diagnostics& problems, const QString& file, const QString& kept);

 Q_SIGNALS:
    void reread_asked();

 private:
    TableModel model_;
    QLabel* sentence_;
    QTableView* table_;
};

}  // namespace reentry::gui
