#include "cli/missing_offers.hpp"

#include "models/text.hpp"
#include "study/simulate.hpp"

#include <fmt/format.h>

namespace reentry::cli {

void note_missing_offers(const ScenarioFile& file, const Catalogue& catalogue,
                         Diagnostics& diagnostics) {
    for (const auto& row : study::rows_of(file.scenario, catalogue))
        if (!row.offer.made)
            diagnostics.add({.severity = Severity::note,
                             .file = file.document.files.front(),
                             .key = fmt::format("strategy {} on {}", quoted(row.strategy),
                                                row.provider.empty() ? "premises" : row.provider),
                             .hint = row.offer.reason});
}

}  // namespace reentry::cli
