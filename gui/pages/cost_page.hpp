// Cost by month: several options against each other, or one in layers.
#pragma once

#include "gui/details.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/chart_view.hpp"
#include "gui/widgets/table_model.hpp"

#include <QCheckBox>
#include <QComboBox>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace reentry::gui {

class CostPage : public Page {
    Q_OBJECT

 public:
    explicit CostPage(Selection& selection, QWidget* parent = nullptr);

    void show_result(ResultPtr result, ResultPtr base) override;
    bool busy() const { return details_.busy(); }

 private:
    enum View { compare, by_share, by_state };

    QWidget* make_controls();
    QWidget* make_tables();
    void connect_views();
    void choose_best();
    void show_chart();
    void show_comparison();
    void follow_selection();
    std::vector<std::size_t> chosen_rows() const;

    ResultPtr result_;
    BilledPtr bill_;
    Details details_;
    bool following_ = false;
    TableModel option_model_, share_model_;
    QSortFilterProxyModel sorted_options_, sorted_shares_;
    QComboBox* view_;
    QCheckBox* added_up_;
    ChartView* chart_;
    QTableView* options_;
    QTableView* shares_;
};

}  // namespace reentry::gui
