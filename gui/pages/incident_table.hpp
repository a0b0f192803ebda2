// The incidents of one class and one option, the worst first.
#pragma once

#include "gui/result.hpp"
#include "gui/widgets/table_model.hpp"

namespace reentry::gui {

// Keys are numbers of incidents. First what could not come back, then the longest recoveries.
void show_incidents(TableModel& model, const Result& result, const study::ClassResult& incidents);

}  // namespace reentry::gui
