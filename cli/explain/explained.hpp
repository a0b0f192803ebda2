// What there is to explain about one row of a comparison: one strategy on one provider.
#pragma once

#include "cli/scenario_input.hpp"
#include "models/tariff/bill.hpp"
#include "report/tree.hpp"
#include "study/bindings.hpp"
#include "study/comparison.hpp"
#include "study/simulate.hpp"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace reentry::cli {

// A figure as the user asks for it: "cost", "month=2027-03", "incident=fire#17".
struct FigureRequest {
    std::string name;
    std::string argument;  // behind the '='; may be empty
};

// The names of all figures, with what each needs of a simulation.
enum class Needs : std::uint8_t { nothing, operation, incidents };

struct FigureKind {
    const char* name;
    const char* meaning;
    Needs needs;
};

const std::vector<FigureKind>& figure_kinds();

// The figures that were asked for, "cost" when none was, and the most that one of them needs.
// Reports unknown ones.
std::vector<FigureRequest> figure_requests(const std::vector<std::string>& figures, Needs& needs,
                                           Diagnostics& faults);

// One row, simulated as far as its figures need.
struct ExplainedRow {
    const ScenarioInput& input;
    study::Simulated simulated;  // with one row
    std::string line;            // narrows a bill to lines whose name holds this text
    bool all = false;            // every observation rather than some

    const Scenario& scenario() const { return *simulated.scenario; }
    const study::CaseRow& row() const { return simulated.rows.front(); }
    const Case& what() const { return *row().offer.made; }
};

// Each tells about a figure of the row; a request that names nothing adds to `faults`.
report::Section explain_cost(const ExplainedRow& row, Diagnostics& faults);
report::Section explain_month(const ExplainedRow& row, const FigureRequest& request,
                              Diagnostics& faults);
report::Section explain_sample(const ExplainedRow& row, const FigureRequest& request,
                               Diagnostics& faults);
report::Section explain_objective(const ExplainedRow& row, const FigureRequest& request,
                                  Diagnostics& faults);
report::Section explain_expected(const ExplainedRow& row);
report::Section explain_incident(const ExplainedRow& row, const FigureRequest& request,
                                 Diagnostics& faults);

// The index of a class of incidents by its id; reports an unknown one.
std::optional<std::size_t> class_index(const Scenario& scenario, const std::string& id,
                                       Diagnostics& faults);

// Whether a request means all classes: it says so, or names none.
bool of_all(const FigureRequest& request);

// The classes that a request means: the one that it names, else all.
std::vector<std::size_t> wanted_classes(const Scenario& scenario, const FigureRequest& request,
                                        Diagnostics& faults);

}  // namespace reentry::cli
