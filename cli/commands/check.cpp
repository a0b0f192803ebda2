// reentry check FILE...: all that is wrong with scenarios, at once.
#include "cli/commands.hpp"
#include "cli/missing_offers.hpp"
#include "cli/session.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/catalogue/scenario_references.hpp"
#include "models/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <memory>

namespace reentry::cli {
namespace {

struct CheckOptions {
    std::vector<std::string> files;
    bool effective = false;
};

std::string count(std::size_t n, const char* one, const char* several) {
    return fmt::format("{} {}", n, n == 1 ? one : several);
}

std::string summary_of(const std::string& path, const Scenario& scenario) {
    return fmt::format(
        "{}: no errors; {}, {}, {}, {}, {}, {}", path,
        count(scenario.sites.size(), "site", "sites"),
        count(scenario.workloads.size(), "workload", "workloads"),
        count(scenario.services.size(), "service", "services"),
        count(scenario.strategies.size(), "strategy", "strategies"),
        count(scenario.providers.size(), "provider", "providers"),
        count(scenario.incidents.size(), "class of incidents", "classes of incidents"));
}

// False when it has errors.
bool check_file(Session& session, const std::string& path, const Catalogue& catalogue,
                bool effective) {
    Diagnostics found;
    const auto file = read_scenario(path, {}, found);
    if (!found.has_errors()) check_references(file, catalogue, found);
    if (!found.has_errors()) note_missing_offers(file, catalogue, found);
    session.complain(found);
    if (found.has_errors()) return false;
    if (effective)
        session.outside.out << effective_scenario(file);
    else
        session.outside.out << summary_of(path, file.scenario) << '\n';
    return true;
}

ExitCode check(const CheckOptions& options, Session& session) {
    const auto catalogue = session.catalogue();
    if (!catalogue) return ExitCode::bad_input;
    bool good = true;
    for (const auto& path : options.files)
        good = check_file(session, path, *catalogue, options.effective) && good;
    return good ? ExitCode::success : ExitCode::bad_input;
}

}  // namespace

void add_check(Command& program) {
    auto command = program.command(
        "check", "Tell all that is wrong with scenario files",
        R"(Every problem is one line: file:line:column: error: key: what was found, what would be
right. Notes tell which strategies a provider cannot offer, and why.

Examples:
  reentry check scenarios/*.toml
  reentry check office.toml --effective > complete.toml)");
    const auto options = std::make_shared<CheckOptions>();
    command.list("files", "FILE", options->files, "Scenario files", Need::required);
    command.flag("--effective", options->effective,
                 "Print the whole scenario with every default, and where each value is from");
    command.runs([options](Session& session) { return check(*options, session); });
}

}  // namespace reentry::cli
