// A few figures in large type with what they are, side by side.
#pragma once

#include "report/tree.hpp"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace reentry::gui {

class HeadlineStrip : public QWidget {
    Q_OBJECT

 public:
    explicit HeadlineStrip(QWidget* parent = nullptr);

    void set_headlines(const std::vector<report::Headline>& headlines);

 private:
    QHBoxLayout* row_;
};

}  // namespace reentry::gui
