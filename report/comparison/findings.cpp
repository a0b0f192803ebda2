#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "report/comparison/sections.hpp"

#include <algorithm>
#include <tuple>

namespace reentry::report {
namespace {

using study::Comparison;

Cell weight_cell(Weight weight) {
    switch (weight) {
        case Weight::breaks:
            return {"▲ breaks", "breaks", Tone::bad};
        case Weight::warns:
            return {"◊ warns", "warns", Tone::warn};
        case Weight::informs:
            return {"· informs", "informs", Tone::quiet};
    }
    return empty_cell();
}

// A finding with the options that it is about: the same one is told once.
struct Told {
    Finding finding;
    std::string strategy;
    std::vector<std::string> providers;
    std::size_t place = 0;  // in the order of rows
};

bool same(const Told& told, const std::string& strategy, const Finding& finding) {
    return std::tie(told.strategy, told.finding.rule, told.finding.subject, told.finding.text) ==
           std::tie(strategy, finding.rule, finding.subject, finding.text);
}

std::vector<Told> told_once(const Comparison& comparison) {
    std::vector<Told> all;
    for (const auto& row : comparison.rows) {
        const std::string place = row.provider.empty() ? "on premises" : row.provider_name;
        for (const auto& finding : row.findings) {
            const auto known = std::find_if(all.begin(), all.end(), [&](const Told& told) {
                return same(told, row.strategy_name, finding);
            });
            if (known != all.end())
                known->providers.push_back(place);
            else
                all.push_back({finding, row.strategy_name, {place}, all.size()});
        }
    }
    std::sort(all.begin(), all.end(), [](const Told& a, const Told& b) {
        return std::tie(a.finding.weight, a.place) < std::tie(b.finding.weight, b.place);
    });
    return all;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

Table findings_table(const Comparison& comparison, bool breaks_only) {
    Table table;
    table.columns = {words("weight", "Weight"),     words("rule", "Rule"),
                     prose("strategy", "Strategy"), prose("providers", "Provider"),
                     prose("subject", "About"),     prose("text", "Finding")};
    for (const auto& told : told_once(comparison))
        if (!breaks_only || told.finding.weight == Weight::breaks)
            table.rows.push_back({weight_cell(told.finding.weight), text_cell(told.finding.rule),
                                  text_cell(told.strategy), text_cell(joined(told.providers)),
                                  text_cell(told.finding.subject), text_cell(told.finding.text)});
    return table;
}

}  // namespace

Section findings_section(const Comparison& comparison) {
    Section section{"findings", "Findings", {}};
    auto table = findings_table(comparison, false);
    table.id = "findings";
    table.caption = "What a person must know about these strategies";
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
    return section;
}

Section breaks_section(const Comparison& comparison) {
    Section section{"breaks", "Breaks in practice", {}};
    auto table = findings_table(comparison, true);
    table.id = "breaks";
    table.caption = "The figures above are those of plans that work: these do not";
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
    return section;
}

Section unknown_prices_section(const Comparison& comparison) {
    Section section{"unknown-prices", "Unknown prices", {}};
    Table table;
    table.id = "unknown-prices";
    table.caption = "Usage that could not be priced: these costs are missing above, not zero";
    table.columns = option_columns();
    table.key_columns = option_key_columns;
    table.columns.push_back(prose("line", "Not priced"));
    for (const auto& row : comparison.rows)
        for (const auto& line : row.unknown_prices) {
            auto cells = option_cells(row);
            cells.push_back(text_cell(line));
            table.rows.push_back(std::move(cells));
        }
    if (!table.rows.empty()) section.blocks.push_back(std::move(table));
    return section;
}

}  // namespace reentry::report
