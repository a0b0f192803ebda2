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

 protected:
    void showEvent(QShowEvent* event) override;

 private:
    QWidget* make_controls();
    QWidget* make_charts();
    void connect_views();
    void refresh();
    void show_distribution(const study::Row& row);
    void show_incidents(const study::Row& row);
    void choose_worst();
    void replay(std::size_t number);
    void look();
    void forget();
    std::size_t incident_class() const { return selection_.incident_class().value_or(0); }

    ResultPtr result_;
    Details details_;
    std::optional<std::size_t> wanted_;  // the incident to be looked at
    // What the chart shows or waits for: changes of price do not bring it about again.
    std::shared_ptr<const study::Simulated> looked_in_;
    IncidentRef looked_at_;
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
