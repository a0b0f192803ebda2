// Cost against recovery time: which options nothing else beats in both.
#pragma once

#include "gui/pages/page.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/table_model.hpp"

#include <QComboBox>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace reentry::gui {

class FrontierPage : public Page {
    Q_OBJECT

 public:
    explicit FrontierPage(Selection& selection, QWidget* parent = nullptr);

    void show_result(ResultPtr result, ResultPtr base) override;

 private:
    void connect_views();
    void offer_views();
    void show_points();
    void follow_selection();

    ResultPtr result_;
    bool following_ = false;
    report::CostRecovery points_;
    std::vector<std::size_t> rows_;  // of the comparison, one for each point
    QComboBox* view_;
    TableModel model_;
    QSortFilterProxyModel sorted_;
    ChartView* chart_;
    QTableView* table_;
};

}  // namespace reentry::gui
