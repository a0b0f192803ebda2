// Typed values as cells: formatted once by the one formatter, and as plain digits in base units
// (seconds, units of the currency, shares of one).
#pragma once

#include "models/money/total.hpp"
#include "report/tree.hpp"
#include "study/comparison.hpp"

#include <cstdint>
#include <string>

namespace reentry::report {

inline constexpr const char* nothing = "–";

Cell text_cell(std::string text, Tone tone = Tone::plain);
Cell empty_cell();                    // nothing to tell
Cell money_cell(const Money& money);  // whole units

// An amount to the cent: "≥ 12.00 EUR" or "unknown" as long as something in it is not known; then
// it has no digits for programs.
Cell total_cell(const Total& total);
// The same in whole units.
Cell total_cell_whole(const Total& total);

// What an option costs: "≥ 1 234 EUR" or "unknown" as long as prices are missing.
const char* at_least(const study::Row& row);  // "≥ " or ""
std::string cost_text(const study::Row& row, const Money& money);
Cell cost_cell(const study::Row& row, const Money& money);

Cell seconds_cell(double seconds);   // "12.5 h"
Cell share_cell(double fraction);    // "12.5 %"
Cell count_cell(std::size_t count);  // "1 234"
Cell number_cell(double value);      // three significant digits

// "12.5 h ± 20 min"; raw is the mean. Empty without observations.
Cell mean_cell(const study::Estimate& estimate);
// "99.2 %"; raw is the value. Empty without observations.
Cell probability_cell(const study::Probability& probability);
// "98.1 to 99.7 %"
Cell interval_cell(const study::Probability& probability);
// "10 h / 31 h"; raw is empty: the numbers stand in columns of their own.
Cell quantiles_cell(const study::Estimate& estimate);

std::string seconds_text(double seconds);
std::string plain_digits(double value);  // shortest text that reads back as the value

}  // namespace reentry::report
