// A scenario as a command is told to read it: the file, what is set over it, and which of its
// strategies and providers are wanted.
#pragma once

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/scenario/scenario_file.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reentry::cli {

struct ScenarioOptions {
    std::string path;
    std::vector<std::string> set;         // "key=value"
    std::vector<std::string> strategies;  // ids; empty: all
    std::vector<std::string> providers;   // ids of catalogues; empty: those of the scenario
    std::optional<std::int64_t> seed, incidents;
};

// SCENARIO, --set, --seed and --incidents; --strategies and --providers with `selection`.
void add_scenario_options(Command& command, ScenarioOptions& options, bool selection);

// A scenario without errors, with all that it takes to run it.
struct ScenarioInput {
    ScenarioFile file;  // with the selection applied to its scenario
    Catalogue catalogue;
    std::shared_ptr<const Scenario> scenario;
};

// Nothing after errors, all of which were reported.
std::optional<ScenarioInput> read_input(Session& session, const ScenarioOptions& options);

}  // namespace reentry::cli
