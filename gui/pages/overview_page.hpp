// What every combination of strategy and provider costs, how soon it is back, and whether that is
// enough: as a matrix and as a table that can be sorted and filtered.
#pragma once

#include "gui/pages/class_choice.hpp"
#include "gui/pages/matrix_model.hpp"
#include "gui/pages/page.hpp"
#include "gui/widgets/headline_strip.hpp"
#include "gui/widgets/table_model.hpp"

#include <QComboBox>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace reentry::gui {

class OverviewPage : public Page {
    Q_OBJECT

 public:
    explicit OverviewPage(Selection& selection, QWidget* parent = nullptr);

    void show_result(ResultPtr result, ResultPtr base) override;

 protected:
    void resizeEvent(QResizeEvent* event) override;

 private:
    QTableView* make_matrix();
    QWidget* make_filters();
    void make_options();
    void connect_views();
    void refresh();
    void fit_matrix();
    void follow_selection();
    void select(const QModelIndex& in_matrix);
    void filter();

    ResultPtr result_, base_;
    bool following_ = false;  // the selection is being shown, not made
    MatrixModel matrix_model_;
    TableModel option_model_;
    QSortFilterProxyModel verdicts_, filtered_;
    HeadlineStrip* headlines_;
    ClassChoice* classes_;
    QTableView* matrix_;
    QLineEdit* words_;
    QComboBox* verdict_;
    QTableView* options_ = nullptr;
};

}  // namespace reentry::gui
