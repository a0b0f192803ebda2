#include "cli/scenario_input.hpp"

#include "models/catalogue/scenario_references.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reentry::cli {
namespace {

constexpr std::int64_t most_incidents = 1'000'000;  // as effort.incidents

files::Overrides overrides(const ScenarioOptions& options, Diagnostics& faults) {
    files::Overrides all;
    for (const auto& setting : options.set) {
        const auto sign = setting.find('=');
        if (sign == std::string::npos || sign == 0) {
            faults.add({.key = "--set",
                        .found = quoted(setting),
                        .expected = "key=value such as link.wan.capacity=\"20 Gbit/s\""});
            continue;
        }
        const auto key = trim(std::string_view(setting).substr(0, sign));
        all[std::string(key)] = trim(std::string_view(setting).substr(sign + 1));
    }
    if (options.seed) all["effort.seed"] = std::to_string(*options.seed);
    if (options.incidents.value_or(0) > most_incidents)
        faults.add({.key = "--incidents",
                    .found = std::to_string(*options.incidents),
                    .expected = fmt::format("at most {} of each class", most_incidents)});
    else if (options.incidents)
        all["effort.incidents"] = std::to_string(*options.incidents);
    return all;
}

// Leaves the wanted strategies, in the order of the file.
void select_strategies(Scenario& scenario, const std::vector<std::string>& wanted,
                       Diagnostics& faults) {
    std::vector<std::string> ids;
    for (const auto& strategy : scenario.strategies) ids.push_back(strategy.id);
    for (const auto& id : wanted)
        if (std::count(ids.begin(), ids.end(), id) == 0)
            faults.add({.key = "--strategies",
                        .found = quoted(id),
                        .expected = "a strategy of the scenario: " + listed(ids),
                        .hint = did_you_mean(nearest(id, ids))});
    std::erase_if(scenario.strategies, [&](const Strategy& strategy) {
        return std::count(wanted.begin(), wanted.end(), strategy.id) == 0;
    });
}

void select(Scenario& scenario, const ScenarioOptions& options, const Catalogue& catalogue,
            Diagnostics& faults) {
    if (!options.strategies.empty()) select_strategies(scenario, options.strategies, faults);
    if (options.providers.empty()) return;
    std::set<std::string> seen;
    for (const auto& id : options.providers) {
        if (catalogue.provider(id) == nullptr)
            faults.add(catalogue.unknown_provider(id, "--providers"));
        if (!seen.insert(id).second)
            faults.add({.key = "--providers",
                        .found = quoted(id) + " again",
                        .expected = "each provider once"});
    }
    scenario.providers = options.providers;
}

}  // namespace

void add_scenario_options(Command& command, ScenarioOptions& options, bool selection) {
    command.option("scenario", "FILE", options.path, "Scenario file", Need::required);
    command.repeatable("--set", "KEY=VALUE", options.set, "Set a key of the scenario; repeatable");
    command.number("--seed", options.seed, "Master seed instead of the scenario's", 0);
    command.number("--incidents", options.incidents, "Incidents of each class", 2);
    if (!selection) return;
    command.with_commas("--strategies", "ID,...", options.strategies, "Only these strategies");
    command.with_commas("--providers", "ID,...", options.providers,
                        "These providers instead of the scenario's");
}

std::optional<ScenarioInput> read_input(Session& session, const ScenarioOptions& options) {
    auto catalogue = session.catalogue();
    if (!catalogue) return std::nullopt;
    Diagnostics faults;
    const auto set = overrides(options, faults);
    ScenarioInput input{read_scenario(options.path, set, faults), std::move(*catalogue), {}};
    if (!faults.has_errors()) select(input.file.scenario, options, input.catalogue, faults);
    if (!faults.has_errors()) check_references(input.file, input.catalogue, faults);
    session.complain(faults);
    if (faults.has_errors()) return std::nullopt;
    input.scenario = std::make_shared<const Scenario>(input.file.scenario);
    return input;
}

}  // namespace reentry::cli
