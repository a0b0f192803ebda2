// The tables of the cost page.
#pragma once

#include "gui/result.hpp"
#include "gui/widgets/table_model.hpp"

namespace reentry::gui {

// Options with their costs; keys are rows of the comparison. Those that are not offered are left
// out.
void show_costs(TableModel& model, const Result& result);

// What one option's cost over the horizon is made of; keys count from 0.
void show_shares(TableModel& model, const Result& result, const study::Row& row);

}  // namespace reentry::gui
