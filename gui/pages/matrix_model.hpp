// Strategies down, providers across: what each combination costs and how soon it is back.
#pragma once

#include "gui/result.hpp"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <vector>

namespace reentry::gui {

class MatrixModel : public QAbstractTableModel {
    Q_OBJECT

 public:
    // What one cell shows.
    struct Face {
        std::size_t row = 0;  // of the comparison
        study::Verdict verdict = study::Verdict::not_offered;
        QString cost, cost_change, recovery, recovery_change, rto;
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Recovery times are of one class of incidents, or of all weighted by their rates.
    void set_result(ResultPtr result, const ResultPtr& base,
                    std::optional<std::size_t> incident_class);

    const Face* face(const QModelIndex& index) const;  // null: no such combination
    QModelIndex index_of(std::size_t row) const;       // invalid: not in the matrix

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

 private:
    Face face_of(std::size_t row, const study::Comparison* base,
                 std::optional<std::size_t> incident_class) const;

    // Keeps view and selection when the headings stay.
    void show(std::vector<QString> strategies, std::vector<QString> providers,
              std::vector<std::optional<Face>> faces);

    ResultPtr result_;
    std::vector<QString> strategies_, providers_;
    std::vector<std::optional<Face>> faces_;  // row-major
};

// Over one class or, weighted by rates, over all.
study::Estimate recovery_of(const study::Row& row, std::optional<std::size_t> incident_class);
study::Probability rto_of(const study::Row& row, std::optional<std::size_t> incident_class);

}  // namespace reentry::gui
