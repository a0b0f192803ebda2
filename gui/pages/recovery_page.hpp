// How long recoveries of one class take for one option, which incidents were worst, and what
// happened in one of them.
#pragma once

#include "gui/details.hpp"
#include "gui/pages/class_choice.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/table_model.hpp"

#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace reentry::gui {

class RecoveryPage : public Page {
    Q_OBJECT

 public:
    explicit RecoveryPage(Selection& selection, QWidget* parent = nullptr);

    void show_result(ResultPtr result, ResultPtr base) override;
    bool busy() const { return details_.busy(); }

 private:
    QWidget* make_controls();
    QWidget* make_charts();
    void connect_views();
    void refresh();
    void show_distribution(const study::Row& row);
    void show_incidents(const study::Row& row);
    void choose_worst();
    void replay(std::size_t number);
    std::size_t incident_class() const { return selection_.incident_class().value_or(0); }

    ResultPtr result_;
    Details details_;
    bool following_ = false;
    TableModel incident_model_;
    QSortFilterProxyModel sorted_;
    ClassChoice* classes_;
    QLabel* option_;
    ChartView* distribution_;
    ChartView* gantt_;
    QTableView* incidents_;
};

}  // namespace reentry::gui
