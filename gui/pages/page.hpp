// A page is handed results and shows them. It knows neither files nor runs.
#pragma once

#include "gui/result.hpp"
#include "gui/selection.hpp"

#include <QWidget>

namespace reentry::gui {

class Page : public QWidget {
    Q_OBJECT

 public:
    Page(const QString& name, Selection& selection, QWidget* parent)
        : QWidget(parent), selection_(selection) {
        setObjectName(name);
    }

    // `base` is the result without any what-if, to compare with. Both null: nothing to show yet.
    virtual void show_result(ResultPtr result, ResultPtr base) = 0;

 protected:
    Selection& selection_;
};

}  // namespace reentry::gui
