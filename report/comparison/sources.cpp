#include "models/tariff/provenance.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/sections.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::report {
namespace {

using study::Comparison;
using study::SourceLine;

constexpr Confidence grades[] = {Confidence::official, Confidence::feed, Confidence::secondary,
                                 Confidence::inferred, Confidence::assumed};

const char* meaning(Confidence confidence) {
    switch (confidence) {
        case Confidence::official:
            return "the provider's own page, read directly";
        case Confidence::feed:
            return "the provider's machine-readable price list";
        case Confidence::secondary:
            return "somebody else's text";
        case Confidence::inferred:
            return "worked out from other figures";
        case Confidence::assumed:
            return "ours, for want of anything better";
    }
    return "";
}

std::size_t count_of(const std::vector<SourceLine>& sources, std::string_view confidence) {
    return static_cast<std::size_t>(
        std::count_if(sources.begin(), sources.end(),
                      [&](const SourceLine& line) { return line.confidence == confidence; }));
}

Table share_table(const std::vector<SourceLine>& sources) {
    Table table;
    table.id = "source-shares";
    table.caption = "How far the figures can be trusted";
    table.columns = {words("confidence", "Confidence"), words("meaning", "Meaning"),
                     figures_in("figures", "Figures", "1"), figures_in("share", "Share", "1")};
    for (const Confidence grade : grades) {
        const std::string name{confidence_name(grade)};
        const std::size_t count = count_of(sources, name);
        table.rows.push_back(
            {text_cell(name, Tone::strong), text_cell(meaning(grade)), count_cell(count),
             share_cell(static_cast<double>(count) / static_cast<double>(sources.size()))});
    }
    const std::size_t unknown = count_of(sources, "");
    if (unknown > 0)
        table.rows.push_back(
            {text_cell("not known", Tone::strong), text_cell("absent, with the reason"),
             count_cell(unknown),
             share_cell(static_cast<double>(unknown) / static_cast<double>(sources.size()))});
    return table;
}

Table source_table(const std::vector<SourceLine>& sources) {
    Table table;
    table.id = "sources";
    table.caption = "Where each figure comes from";
    table.columns = {words("catalogue", "Catalogue"), prose("figure", "Figure"),
                     prose("value", "Value"),         prose("source", "Source"),
                     words("date", "Date"),           words("confidence", "Confidence")};
    for (const auto& line : sources)
        table.rows.push_back({text_cell(line.catalogue), text_cell(line.figure),
                              text_cell(line.value), text_cell(line.source), text_cell(line.date),
                              text_cell(line.confidence)});
    return table;
}

}  // namespace

Section sources_section(const Comparison& comparison) {
    Section section{"sources", "Sources", {}};
    if (comparison.sources.empty()) {
        section.blocks.push_back(
            Paragraph{"", "This comparison used no priced or sourced figure.", Tone::quiet});
        return section;
    }
    section.blocks.push_back(share_table(comparison.sources));
    section.blocks.push_back(source_table(comparison.sources));
    return section;
}

Section run_section(const Comparison& comparison, const std::string& version) {
    Facts facts;
    const auto count = [](std::size_t n) { return format_count(static_cast<std::int64_t>(n)); };
    facts.items = {{"Scenario", comparison.scenario},
                   {"Horizon", fmt::format("{} to {}", format_date(sim::day_of(comparison.begin)),
                                           format_date(sim::day_of(comparison.end)))},
                   {"Seed", std::to_string(comparison.seed)},
                   {"Options", count(comparison.rows.size())},
                   {"Incidents simulated", count(comparison.incidents)},
                   {"Events simulated", count(comparison.events)},
                   {"Currency", comparison.currency},
                   {"Program", "Reentry " + version}};
    return {"run",
            "This run",
            {std::move(facts),
             Paragraph{"",
                       "The same scenario, seed and version give the same bytes, on any number "
                       "of threads and any machine.",
                       Tone::quiet}}};
}

}  // namespace reentry::report
