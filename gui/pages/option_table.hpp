// The comparison as a table: one line for each option, with the figures that decide.
#pragma once

#include "gui/result.hpp"
#include "gui/widgets/table_model.hpp"

#include <optional>

namespace reentry::gui {

// Fills the model; its keys are rows of the comparison.
void show_options(TableModel& model, const Result& result,
                  std::optional<std::size_t> incident_class);

// Why the verdict is what it is, and which prices are missing.
QString tip_of(const study::Row& row);

inline constexpr int option_verdict_column = 2, option_cost_column = 3;

}  // namespace reentry::gui
