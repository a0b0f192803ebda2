// reentry catalogue show ID: every figure of a catalogue, with its sources on request.
#include "cli/bill_tables.hpp"
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/nearest.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <memory>

namespace reentry::cli {
namespace {

using report::text_cell;

struct ShowOptions {
    std::string id;
    bool sources = false;
    Format format = Format::table;
};

std::vector<report::Cell> figure_cells(const FigureRow& figure) {
    const bool known = figure.absent.empty();
    return {text_cell(figure.address),
            known ? text_cell(figure.value) : text_cell("not known", report::Tone::bad),
            text_cell(figure.unit),
            figure.confidence ? confidence_cell(*figure.confidence) : report::empty_cell(),
            text_cell(figure.date ? format_date(*figure.date) : ""),
            text_cell(figure.source),
            text_cell(known ? figure.note : figure.absent)};
}

report::Table figure_table(const std::vector<FigureRow>& figures, const ShowOptions& options) {
    report::Table table;
    table.id = "figures";
    table.caption = options.id;
    table.columns = {report::words("figure", "Figure"), report::words("value", "Value"),
                     report::words("unit", "Unit"),     report::words("confidence", "Is"),
                     report::words("date", "Read on"),  report::prose("source", "Source"),
                     report::prose("note", "Note")};
    if (!options.sources)
        for (auto& column : table.columns)
            if (column.key == "source" || column.key == "date" || column.key == "note")
                column.shown = report::Shown::as_data;
    for (const auto& figure : figures) table.rows.push_back(figure_cells(figure));
    return table;
}

ExitCode unknown(Session& session, const std::string& id, const Catalogue& catalogue) {
    std::vector<std::string> ids;
    for (const auto& row : catalogue_rows(catalogue)) ids.push_back(row.id);
    session.complain(Diagnostic{.found = quoted(id),
                                .expected = "an id that `reentry catalogue list` tells",
                                .hint = did_you_mean(nearest(id, ids))});
    return ExitCode::bad_input;
}

ExitCode show(const ShowOptions& options, Session& session) {
    const auto catalogue = session.catalogue();
    if (!catalogue) return ExitCode::bad_input;
    const auto figures = catalogue->figures_of(options.id);
    if (figures.empty()) return unknown(session, options.id, *catalogue);
    print(session, document_of(figure_table(figures, options)), options.format);
    return ExitCode::success;
}

}  // namespace

void add_catalogue_show(Command& catalogue) {
    auto command = catalogue.command("show", "Every figure of one catalogue");
    const auto options = std::make_shared<ShowOptions>();
    command.option("id", "ID", options->id, "Which: see `reentry catalogue list`", Need::required);
    command.flag("--sources", options->sources, "Source, date and note of each figure");
    add_format(command, options->format);
    command.runs([options](Session& session) { return show(*options, session); });
}

}  // namespace reentry::cli
