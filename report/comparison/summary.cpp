#include "models/money/format.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/sections.hpp"
#include "report/comparison_report.hpp"
#include "report/verdict.hpp"

#include <fmt/format.h>

namespace reentry::report {
namespace {

using study::Comparison;
using study::Row;

// "Nightly to object store (AWS, Azure); Tape only (on premises)": rows of one strategy share its
// name.
std::string named(const Comparison& comparison, const std::vector<std::size_t>& rows) {
    std::string text;
    const std::string* strategy = nullptr;
    for (const std::size_t index : rows) {
        const Row& row = comparison.rows[index];
        const std::string place = row.provider.empty() ? "on premises" : row.provider_name;
        if (strategy != nullptr && *strategy == row.strategy) {
            text += ", " + place;
            continue;
        }
        if (strategy != nullptr) text += "); ";
        text += row.strategy_name + " (" + place;
        strategy = &row.strategy;
    }
    return text.empty() ? text : text + ").";
}

std::string objectives(const Comparison& comparison) {
    if (comparison.top_service.empty()) return "The scenario names no service with objectives.";
    return fmt::format(
        "Asked: {} back at its minimum level within {} (RTO), losing at most {} of "
        "data (RPO), each with a probability of {} at least.",
        comparison.top_service, seconds_text(comparison.top_rto_s),
        seconds_text(comparison.top_rpo_s), format_percent(comparison.asked_probability));
}

Paragraph how_many_meet(const Comparison& comparison, const Choice& choice) {
    const std::size_t all = comparison.rows.size() - choice.not_offered.size();
    std::string lead = choice.meets.empty()
                           ? fmt::format("None of the {} options meets the objectives.", all)
                           : fmt::format("{} of {} options {} the objectives.", choice.meets.size(),
                                         all, choice.meets.size() == 1 ? "meets" : "meet");
    return {std::move(lead), objectives(comparison), choice.meets.empty() ? Tone::bad : Tone::good};
}

std::string cost_and_recovery(const Row& row) {
    std::string text =
        fmt::format("{} per month, {} over the horizon", cost_text(row, row.monthly_cost),
                    cost_text(row, row.horizon_cost));
    if (row.overall.n > 0) text += fmt::format("; MTR {}", mean_cell(row.overall).text);
    if (const auto n = row.unknown_prices.size(); n > 0)
        text += fmt::format("; {} {} unknown", n, n == 1 ? "price is" : "prices are");
    if (any_breaks(row.findings)) text += "; it breaks in practice, see Findings";
    return text + ".";
}

void add_option(Points& points, const char* lead, const Comparison& comparison,
                std::optional<std::size_t> row) {
    if (!row) return;
    const Row& option = comparison.rows[*row];
    points.items.push_back(
        {fmt::format("{} {}.", lead, option_name(option)), cost_and_recovery(option), Tone::plain});
}

void add_names(Points& points, const char* lead, const Comparison& comparison,
               const std::vector<std::size_t>& rows, Tone tone) {
    if (!rows.empty()) points.items.push_back({lead, named(comparison, rows), tone});
}

Points decision(const Comparison& comparison, const Choice& choice) {
    Points points;
    points.items.push_back(how_many_meet(comparison, choice));
    if (choice.shown && !choice.cheapest)
        points.items.push_back(
            {fmt::format("Shown: {}.", option_name(comparison.rows[*choice.shown])),
             fmt::format("It is the cheapest of those whose verdict is \"{}\".",
                         verdict_name(comparison.rows[*choice.shown].verdict)),
             Tone::plain});
    add_option(points, "Cheapest that meets them:", comparison, choice.cheapest);
    add_option(points, "Perhaps cheaper:", comparison, choice.perhaps_cheaper);
    if (choice.fastest != choice.cheapest)
        add_option(points, "Soonest back:", comparison, choice.fastest);
    if (choice.least_expected != choice.cheapest)
        add_option(points, "Cheapest when incidents are counted in:", comparison,
                   choice.least_expected);
    add_names(points, "Meets:", comparison, choice.meets, Tone::good);
    add_names(points, "Of these break in practice:", comparison, choice.broken, Tone::bad);
    add_names(points, "Within the noise, a tie:", comparison, choice.ties, Tone::warn);
    add_names(points, "Misses:", comparison, choice.misses, Tone::bad);
    add_names(points, "Cannot bring everything back:", comparison, choice.impossible, Tone::bad);
    add_names(points, "Not offered:", comparison, choice.not_offered, Tone::quiet);
    return points;
}

Headlines headlines(const Comparison& comparison, const Row& row) {
    Headlines top;
    const std::string name = option_name(row);
    top.items.push_back(
        {cost_text(row, row.monthly_cost), "per month", name, verdict_tone(row.verdict)});
    top.items.push_back({cost_text(row, row.horizon_cost), "over the horizon",
                         fmt::format("{} to {}", format_date(sim::day_of(comparison.begin)),
                                     format_date(sim::day_of(comparison.end))),
                         Tone::plain});
    if (row.overall.n > 0)
        top.items.push_back({seconds_text(row.overall.mean), "mean time to recovery",
                             fmt::format("P95 {}", seconds_text(row.overall.p95)), Tone::plain});
    if (row.rto_met.n > 0)
        top.items.push_back({format_percent(row.rto_met.value), "of incidents within the RTO",
                             fmt::format("RTO {}", seconds_text(comparison.top_rto_s)),
                             Tone::plain});
    return top;
}

Table verdicts(const Comparison& comparison) {
    Table table;
    table.id = "verdicts";
    table.caption = "Verdicts, and why";
    table.columns = option_columns();
    table.columns.push_back(words("verdict", "Verdict"));
    table.columns.push_back(prose("reason", "Why"));
    table.key_columns = option_key_columns;
    for (const auto& row : comparison.rows) {
        auto cells = option_cells(row);
        cells.push_back(verdict_cell(row));
        cells.push_back(text_cell(row.not_offered.empty() ? row.reason : row.not_offered));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

std::string answer(const Comparison& comparison) {
    const Choice choice = choose(comparison);
    std::string text = how_many_meet(comparison, choice).lead;
    if (!choice.cheapest) return text;
    const Row& row = comparison.rows[*choice.cheapest];
    return text + fmt::format(" Cheapest that meets them: {}, {} per month{}.", option_name(row),
                              cost_text(row, row.monthly_cost),
                              any_breaks(row.findings) ? "; it breaks in practice" : "");
}

Section summary_section(const Comparison& comparison, const Choice& choice) {
    Section section{"summary", "Summary", {}};
    if (choice.shown)
        section.blocks.push_back(headlines(comparison, comparison.rows[*choice.shown]));
    section.blocks.push_back(decision(comparison, choice));
    if (!comparison.rows.empty()) section.blocks.push_back(verdicts(comparison));
    return section;
}

}  // namespace reentry::report
