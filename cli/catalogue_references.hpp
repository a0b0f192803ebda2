// A scenario against the catalogues: providers, equipment, integrations and network products that
// it names must exist.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/diagnostic.hpp"
#include "models/scenario/scenario_file.hpp"

namespace reentry::cli {

// Reports every name that no catalogue has, at its place in the file, with the nearest that exists.
void check_references(const ScenarioFile& file, const Catalogue& catalogue,
                      Diagnostics& diagnostics);

// A note for every strategy that some provider cannot offer, and why. The scenario has no errors.
void note_missing_offers(const ScenarioFile& file, const Catalogue& catalogue,
                         Diagnostics& diagnostics);

}  // namespace reentry::cli
