// A table in the dashboard's style: whole rows, sorted by clicks on headings, no grid; columns as
// wide as their content, one of them takes or gives what the window leaves.
#pragma once

#include <QTableView>

namespace reentry::gui {

class ReportTable : public QTableView {
    Q_OBJECT

 public:
    // The model outlives the table.
    ReportTable(const QString& name, QAbstractItemModel& model, int elastic_column,
                QWidget* parent = nullptr);

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    void fit();

    int elastic_;
};

}  // namespace reentry::gui
