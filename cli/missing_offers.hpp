// Which strategies cannot be had where, told before anything is simulated.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/diagnostic.hpp"
#include "models/scenario/scenario_file.hpp"

namespace reentry::cli {

// A note for every strategy that some provider cannot offer, and why. The scenario has no errors.
void note_missing_offers(const ScenarioFile& file, const Catalogue& catalogue,
                         Diagnostics& diagnostics);

}  // namespace reentry::cli
