#include "models/scenario/scenario_file.hpp"

#include "models/files/effective.hpp"
#include "models/files/reference.hpp"
#include "models/files/schema.hpp"
#include "models/scenario/scenario_rules.hpp"

#include <utility>

namespace reentry {

ScenarioFile read_scenario(const std::filesystem::path& path, const files::Overrides& overrides,
                           Diagnostics& diagnostics) {
    Diagnostics faults;
    auto document = files::load_file(path, faults);
    diagnostics.append(faults);
    if (faults.has_errors())
        return {.scenario = {}, .document = std::move(document), .origins = {}};
    return read_scenario(std::move(document), overrides, diagnostics);
}

ScenarioFile read_scenario(files::Document document, const files::Overrides& overrides,
                           Diagnostics& diagnostics) {
    ScenarioFile file;
    Diagnostics faults;
    file.document = std::move(document);
    if (files::apply_overrides(file.document, overrides, faults))
        file.scenario = files::read<Scenario>(file.document, faults, {}, &file.origins);
    if (!faults.has_errors()) check_rules(file, faults);
    diagnostics.append(faults);
    return file;
}

Diagnostic fault_at(const ScenarioFile& file, const files::Address& key, std::string found,
                    std::string expected, Severity severity) {
    const auto at = file.origins.find(key.exact);
    const files::Place place = at == file.origins.end() ? files::Place{} : at->second;
    return {.severity = severity,
            .file = file.document.files[place.file],
            .line = static_cast<int>(place.line),
            .column = static_cast<int>(place.column),
            .key = key.shown,
            .found = std::move(found),
            .expected = std::move(expected),
            .hint = {}};
}

std::string effective_scenario(const ScenarioFile& file) {
    return files::effective_file(file.scenario, file.document, file.origins);
}

std::string scenario_schema() { return files::json_schema<Scenario>("Reentry scenario"); }

std::string scenario_reference() {
    return "# Scenario reference\n\n"
           "Generated from the field lists in `models/scenario/`, which also read the files; do "
           "not "
           "edit. A key that is not listed here is an error. `include = [\"estate.toml\"]` at the "
           "top of a file reads further files from its folder or below.\n\n" +
           files::reference_text<Scenario>();
}

}  // namespace reentry
