#include "gui/pages/overview_headlines.hpp"

#include "report/cells.hpp"
#include "report/comparison/choice.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

namespace reentry::gui {
namespace {

using report::Headline;
using report::Tone;
using study::Row;

template <class Figure>
Headline best(const study::Comparison& comparison, const std::optional<std::size_t>& row,
              std::string label, Figure figure) {
    if (!row)
        return {report::nothing, std::move(label), "no option meets the objectives", Tone::quiet};
    const Row& chosen = comparison.rows[*row];
    return {figure(chosen), std::move(label), report::option_name(chosen), Tone::plain};
}

Headline count(const report::Choice& choice) {
    const std::size_t offered =
        choice.meets.size() + choice.ties.size() + choice.misses.size() + choice.impossible.size();
    std::string detail;
    const auto add = [&](std::size_t n, const char* what) {
        if (n > 0) detail += fmt::format("{}{} {}", detail.empty() ? "" : ", ", n, what);
    };
    add(choice.ties.size(), "tie");
    add(choice.misses.size(), "miss");
    add(choice.impossible.size(), "cannot recover all");
    add(choice.not_offered.size(), "not offered");
    return {fmt::format("{} of {}", choice.meets.size(), offered), "Options that meet",
            std::move(detail), choice.meets.empty() ? Tone::bad : Tone::good};
}

}  // namespace

std::vector<Headline> overview_headlines(const study::Comparison& comparison) {
    const auto choice = report::choose(comparison);
    return {count(choice),
            best(comparison, choice.cheapest, "Cheapest that meets, per month",
                 [](const Row& row) { return report::cost_text(row, row.monthly_cost); }),
            best(comparison, choice.fastest, "Soonest back that meets, MTR",
                 [](const Row& row) { return report::mean_cell(row.overall).text; }),
            best(comparison, choice.least_expected, "Least expected cost per year",
                 [](const Row& row) { return report::cost_text(row, row.expected_annual); })};
}

}  // namespace reentry::gui
