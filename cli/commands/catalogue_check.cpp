// reentry catalogue check: figures that are missing, old, undated, inferred or assumed, and how
// much of a scenario's bills rests on such prices.
#include "cli/bill_tables.hpp"
#include "cli/commands.hpp"
#include "cli/doubtful_amounts.hpp"
#include "cli/output.hpp"
#include "cli/scenario_input.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace reentry::cli {
namespace {

using report::text_cell;

struct CatalogueCheckOptions {
    std::string id;        // empty: all
    std::string scenario;  // empty: none
    std::optional<std::int64_t> months;
    Format format = Format::table;
};

report::Table doubt_table(const std::vector<DoubtRow>& rows) {
    report::Table table;
    table.id = "doubts";
    table.caption = "What to know before relying on it";
    table.columns = {report::words("catalogue", "Catalogue"),
                     report::words("figure", "Figure"),
                     report::words("doubt", "Doubt"),
                     report::words("value", "Value"),
                     report::words("unit", "Unit"),
                     report::words("date", "Read on"),
                     report::figures_in("months_old", "Months old", "1"),
                     report::prose("why", "Why")};
    table.key_columns = 2;
    for (const auto& row : rows)
        table.rows.push_back(
            {text_cell(row.figure.catalogue), text_cell(row.figure.address),
             text_cell(std::string(doubt_name(row.doubt)), report::Tone::warn),
             text_cell(row.figure.value), text_cell(row.figure.unit),
             text_cell(row.figure.date ? format_date(*row.figure.date) : ""),
             row.figure.date ? report::count_cell(static_cast<std::size_t>(row.months_old))
                             : report::empty_cell(),
             text_cell(row.figure.absent.empty() ? row.figure.note : row.figure.absent)});
    return table;
}

// The catalogues that a scenario names, and what is usual for its kinds of workloads.
std::set<std::string> used_by(const Scenario& scenario) {
    std::set<std::string> ids(scenario.providers.begin(), scenario.providers.end());
    for (const auto& store : scenario.stores) ids.insert(store.equipment);
    for (const auto& workload : scenario.workloads) ids.emplace(files::word_of(workload.kind));
    for (const auto& strategy : scenario.strategies) {
        ids.insert(strategy.second);
        for (const auto& copy : strategy.copies) ids.insert(copy.integration);
    }
    return ids;
}

std::vector<FigureRow> figures_of(const Catalogue& catalogue, const std::set<std::string>& ids) {
    std::vector<FigureRow> all;
    for (const auto& id : ids)
        for (auto& figure : catalogue.figures_of(id)) all.push_back(std::move(figure));
    return all;
}

// Of a scenario first what they do to its bills.
ExitCode check(const CatalogueCheckOptions& options, Session& session) {
    const auto catalogue = session.catalogue();
    if (!catalogue) return ExitCode::bad_input;
    const int months = static_cast<int>(std::min<std::int64_t>(options.months.value_or(12), 1200));
    report::Document document;
    auto figures = options.id.empty() ? catalogue->figures() : catalogue->figures_of(options.id);
    if (!options.scenario.empty()) {
        const auto input = read_input(session, {options.scenario, {}, {}, {}, {}, {}});
        if (!input) return ExitCode::bad_input;
        if (options.id.empty()) figures = figures_of(*catalogue, used_by(*input->scenario));
        document.sections.push_back(doubtful_amounts(*input, session.outside, months));
    }
    const auto found = doubts(figures, session.outside.today(), months);
    document.title = fmt::format("{} doubts about {} figures", found.size(), figures.size());
    document.sections.push_back({"doubts", "Doubts", {}});
    document.sections.back().blocks.emplace_back(doubt_table(found));
    print(session, document, options.format);
    return ExitCode::success;
}

}  // namespace

void add_catalogue_check(Command& catalogue) {
    auto command =
        catalogue.command("check", "Figures that are missing, old, undated, inferred or assumed");
    const auto options = std::make_shared<CatalogueCheckOptions>();
    command.option("id", "ID", options->id, "Only this catalogue");
    command.option("--scenario", "FILE", options->scenario,
                   "Only what this scenario uses, and first how much of its bills rests on it");
    command.number("--months", options->months, "Age at which a figure is old (default: 12)", 0);
    add_format(command, options->format);
    command.runs([options](Session& session) { return check(*options, session); });
}

}  // namespace reentry::cli
