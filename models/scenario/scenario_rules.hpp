// What a scenario must obey beyond its single values: no circles, and every part that needs another
// has it.
#pragma once

#include "models/diagnostic.hpp"

namespace reentry {

struct ScenarioFile;

// Reports every broken rule, at the place of the value that breaks it. References are valid
// already.
void check_rules(const ScenarioFile& file, Diagnostics& diagnostics);

}  // namespace reentry
