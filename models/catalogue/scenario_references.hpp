// A scenario against the catalogues: providers, equipment, integrations and network products that
// it names must exist. Whoever reads a scenario to simulate it asks this next.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/diagnostic.hpp"
#include "models/scenario/scenario_file.hpp"

namespace reentry {

// Reports every name that no catalogue has, at its place in the file, with the nearest that exists;
// when all exist, what does not fit them (check_fit).
void check_references(const ScenarioFile& file, const Catalogue& catalogue,
                      Diagnostics& diagnostics);

}  // namespace reentry
