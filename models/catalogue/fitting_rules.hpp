// How a scenario must go with the catalogue entries that it names: equipment of the store's own
// kind, item sizes that come back within a lifetime, exchange rates that serve.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/scenario/scenario_file.hpp"

namespace reentry {

// Reports all that does not fit, at its place in the file. The names exist already.
void check_fit(const ScenarioFile& file, const Catalogue& catalogue, Diagnostics& diagnostics);

}  // namespace reentry
