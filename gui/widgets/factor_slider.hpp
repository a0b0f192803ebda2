// A factor that people set by dragging: its name, what it makes of the base value, and a way back.
//
// Positions are equal ratios: from 1/8 to 8 in steps of a sixth root of two, 1 in the middle.
#pragma once

#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include <functional>

namespace reentry::gui {

class FactorSlider : public QWidget {
    Q_OBJECT

 public:
    // Says what a factor makes of the base value: "1 Gbit/s → 2 Gbit/s"; may be empty.
    using Says = std::function<QString(double factor)>;

    FactorSlider(const QString& name, const QString& object_name, double largest = 8,
                 QWidget* parent = nullptr);

    double factor() const;
    void set_factor(double factor);  // the nearest position; no signal
    void set_says(Says says);

 Q_SIGNALS:
    void moved(double factor);     // at every change
    void released(double factor);  // when dragging ends, or a key or a click has changed it

 private:
    void show_value();
    void step_made();

    Says says_;
    QLabel* value_;
    QLabel* meaning_;
    QSlider* slider_;
    QToolButton* reset_;
};

}  // namespace reentry::gui
