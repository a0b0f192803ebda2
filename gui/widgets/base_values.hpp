// What a factor makes of a scenario's own values, in words for people.
#pragma once

#include "gui/what_if.hpp"
#include "gui/widgets/factor_slider.hpp"

namespace reentry::gui {

// "1 Gbit/s → 2 Gbit/s", or how many lines there are when all are meant.
FactorSlider::Says says_bandwidth(const std::vector<Line>& lines, const std::string& line);
FactorSlider::Says says_data(const Scenario& scenario);       // "1.2 PB → 2.4 PB"
FactorSlider::Says says_retention(const Scenario& scenario);  // of the copy that is kept longest
FactorSlider::Says says_incidents(const Scenario& scenario);  // of all classes together
QString says_price(double factor);                            // "list prices + 25 %"

}  // namespace reentry::gui
