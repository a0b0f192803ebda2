// reentry catalogue list: one line per catalogue.
#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <memory>

namespace reentry::cli {
namespace {

using report::count_cell;
using report::text_cell;

std::size_t doubtful(const CatalogueRow& row) {
    std::size_t count = 0;
    for (const auto& [confidence, figures] : row.by_confidence)
        if (confidence >= Confidence::inferred) count += figures;
    return count;
}

report::Table list_table(const std::vector<CatalogueRow>& rows) {
    using report::figures_in;
    using report::words;
    report::Table table;
    table.id = "catalogues";
    table.caption = "Catalogues";
    table.columns = {words("id", "Id"),
                     words("kind", "Kind"),
                     words("name", "Name"),
                     words("country", "Data in"),
                     words("legal_home", "Owner in"),
                     words("currency", "Currency"),
                     words("price_list", "Prices of"),
                     figures_in("figures", "Figures", "1"),
                     figures_in("doubtful", "Inferred, assumed", "1"),
                     figures_in("missing", "Missing", "1")};
    for (const auto& row : rows)
        table.rows.push_back(
            {text_cell(row.id, report::Tone::strong), text_cell(row.kind), text_cell(row.name),
             text_cell(row.country), text_cell(row.legal_home), text_cell(row.currency),
             text_cell(row.price_list.ok() ? format_date(row.price_list) : ""),
             count_cell(row.figures), count_cell(doubtful(row)), count_cell(row.missing)});
    return table;
}

ExitCode list(Format format, Session& session) {
    const auto catalogue = session.catalogue();
    if (!catalogue) return ExitCode::bad_input;
    print(session, document_of(list_table(catalogue_rows(*catalogue))), format);
    return ExitCode::success;
}

}  // namespace

void add_catalogue_list(Command& catalogue) {
    auto command = catalogue.command("list", "Providers, equipment and backup products, with ids");
    const auto format = std::make_shared<Format>(Format::table);
    add_format(command, *format);
    command.runs([format](Session& session) { return list(*format, session); });
}

}  // namespace reentry::cli
