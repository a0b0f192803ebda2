// Short ways to declare the tables of pages. Money stands without its currency: the heading says
// it.
#pragma once

#include "models/money/money.hpp"
#include "report/cells.hpp"
#include "report/tree.hpp"

#include <string>

namespace reentry::gui {

report::Column words(std::string key, std::string title);
// Right-aligned; the unit is that of the plain digits, by which the column is sorted.
report::Column figures(std::string key, std::string title, std::string unit);

// Decimals at which a column of amounts is shown: cents where the largest is small.
int places_for(double largest);
report::Cell amount_cell(const Money& money, int places);
// What an option costs: "≥ 1 234" as long as prices are missing.
report::Cell cost_cell(const study::Row& row, const Money& money, int places);

// "−12 %" of a base; empty where both agree to half a percent or there is no base.
std::string change_text(double now, double base);

}  // namespace reentry::gui
