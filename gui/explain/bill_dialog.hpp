// How a cost came about: the bill of one option over the horizon, down to charges and their
// sources.
#pragma once

#include "gui/details.hpp"

#include <QDialog>

namespace reentry::gui {

class BillDialog : public QDialog {
    Q_OBJECT

 public:
    explicit BillDialog(const Billed& billed, QWidget* parent = nullptr);
};

}  // namespace reentry::gui
