// What is looked at, on all pages at once: a row of the comparison and a class of incidents.
#pragma once

#include <QObject>

#include <cstddef>
#include <optional>

namespace reentry::gui {

class Selection : public QObject {
    Q_OBJECT

 public:
    using QObject::QObject;

    std::optional<std::size_t> row() const { return row_; }
    // Empty: all classes, weighted by their rates.
    std::optional<std::size_t> incident_class() const { return class_; }

    void set_row(std::optional<std::size_t> row) {
        if (row == row_) return;
        row_ = row;
        Q_EMIT row_changed();
    }
    void set_class(std::optional<std::size_t> incident_class) {
        if (incident_class == class_) return;
        class_ = incident_class;
        Q_EMIT class_changed();
    }

 Q_SIGNALS:
    void row_changed();
    void class_changed();
    void explain(std::size_t row);  // the bill of that row, please

 private:
    std::optional<std::size_t> row_, class_;
};

}  // namespace reentry::gui
