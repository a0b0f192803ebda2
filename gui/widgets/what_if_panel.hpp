// Sliders for what a user may want to be different. Prices are reported while they are dragged, at
// most every tenth of a second; the rest once it is let go, because it takes a simulation.
#pragma once

#include "gui/what_if.hpp"
#include "gui/widgets/factor_slider.hpp"

#include <QComboBox>
#include <QPushButton>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace reentry::gui {

class WhatIfPanel : public QWidget {
    Q_OBJECT

 public:
    explicit WhatIfPanel(QWidget* parent = nullptr);

    void show_scenario(const Scenario& scenario);  // its base values
    void show_what_if(const WhatIf& what_if);      // no signal

 Q_SIGNALS:
    void behaviour_changed(const reentry::gui::Behaviour& behaviour);
    void prices_changed(const reentry::study::PriceFactors& prices);
    void reset_asked();

 private:
    struct PriceSlider {
        double study::PriceFactors::*factor;
        FactorSlider* slider;
    };

    void add_behaviour(QVBoxLayout& column);
    void add_prices(QVBoxLayout& column);
    void connect_controls();
    void say_bandwidth();
    Behaviour behaviour() const;
    study::PriceFactors prices() const;
    void send_prices();

    std::vector<Line> lines_;
    QComboBox* line_;
    FactorSlider* bandwidth_;
    FactorSlider* data_;
    FactorSlider* retention_;
    FactorSlider* incidents_;
    std::vector<PriceSlider> prices_;
    QPushButton* reset_;
    QTimer settle_;
};

}  // namespace reentry::gui
