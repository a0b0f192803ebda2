// A box to choose a class of incidents with, in step with the selection.
#pragma once

#include "gui/result.hpp"
#include "gui/selection.hpp"

#include <QComboBox>

namespace reentry::gui {

class ClassChoice : public QComboBox {
    Q_OBJECT

 public:
    // With or without "all classes".
    ClassChoice(const QString& name, bool all, Selection& selection, QWidget* parent = nullptr);

    void show_classes(const Result* result);

 private:
    void follow();

    Selection& selection_;
    bool all_;
};

}  // namespace reentry::gui
