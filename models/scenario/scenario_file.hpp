// Scenario files: from a path or a text to a checked Scenario, and what is generated from its field
// list.
//
// Everything that is wrong is reported at once: first what concerns files and their syntax; when
// there is nothing, what concerns single values and references; when there is nothing, the rules of
// scenario_rules.hpp. A scenario is fit to be simulated exactly when no error was reported.
#pragma once

#include "models/diagnostic.hpp"
#include "models/files/address.hpp"
#include "models/files/load.hpp"
#include "models/files/override.hpp"
#include "models/files/reader.hpp"
#include "models/scenario/scenario.hpp"

#include <filesystem>
#include <string>

namespace reentry {

// A scenario with its document, so that it can be printed with the place where each value was set.
struct ScenarioFile {
    Scenario scenario;
    files::Document document;
    files::Origins origins;
};

ScenarioFile read_scenario(const std::filesystem::path& path, const files::Overrides& overrides,
                           Diagnostics& diagnostics);

// From a tree that was loaded before: a sweep parses once and reads many times with other
// overrides.
ScenarioFile read_scenario(files::Document document, const files::Overrides& overrides,
                           Diagnostics& diagnostics);

// A fault of a key, at the place where the file sets it; without one, of the file.
Diagnostic fault_at(const ScenarioFile& file, const files::Address& key, std::string found,
                    std::string expected, Severity severity = Severity::error);

// The complete scenario as TOML with every default; see files/effective.hpp.
std::string effective_scenario(const ScenarioFile& file);

std::string scenario_schema();     // JSON Schema, for `reentry schema` and editors
std::string scenario_reference();  // docs/scenario-reference.md

}  // namespace reentry
