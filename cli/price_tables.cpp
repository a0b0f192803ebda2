#include "cli/price_tables.hpp"

#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::cli {
namespace {

using pricelist::FigureChange;
using pricelist::Verdict;
using report::text_cell;
using report::words;

std::size_t count(const std::vector<FigureChange>& changes, Verdict verdict) {
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(),
                      [&](const FigureChange& change) { return change.verdict == verdict; }));
}

report::Tone tone_of(const FigureChange& change) {
    if (change.verdict == Verdict::refused || !change.remark.empty()) return report::Tone::warn;
    return change.verdict == Verdict::changed || change.verdict == Verdict::added
               ? report::Tone::strong
               : report::Tone::plain;
}

report::Cell percent_cell(const FigureChange& change) {
    const auto percent = change.percent();
    if (!percent || change.verdict != Verdict::changed) return report::empty_cell();
    return {fmt::format("{:+.1f} %", *percent), report::plain_digits(*percent), tone_of(change)};
}

std::vector<report::Cell> row_of(const FigureChange& change) {
    return {text_cell(change.address),
            text_cell(std::string(verdict_name(change.verdict)), tone_of(change)),
            text_cell(change.before ? to_string(*change.before) : ""),
            text_cell(change.after ? to_string(*change.after) : ""),
            percent_cell(change),
            text_cell(change.unit),
            text_cell(change.meter),
            text_cell(change.sku),
            text_cell(change.before_date ? format_date(*change.before_date) : ""),
            text_cell(change.why.empty() ? change.remark : change.why)};
}

report::Table figure_table(const std::vector<FigureChange>& changes, bool all) {
    report::Table table;
    table.id = "figures";
    table.caption = "Prices of the catalogue against the list";
    table.columns = {words("figure", "Figure"),
                     words("verdict", "Verdict"),
                     words("before", "Before"),
                     words("after", "List"),
                     report::figures_in("percent", "Change", "%"),
                     words("unit", "Unit"),
                     words("meter", "Row of the list"),
                     words("sku", "SKU"),
                     words("before_date", "Read on"),
                     report::prose("why", "Why")};
    for (auto& column : table.columns)
        if (column.key == "sku" || column.key == "before_date" || column.key == "meter")
            column.shown = report::Shown::as_data;
    for (const auto verdict : {Verdict::changed, Verdict::added, Verdict::refused,
                               Verdict::unchanged, Verdict::not_listed})
        for (const auto& change : changes)
            if (change.verdict == verdict &&
                (all || (verdict != Verdict::unchanged && verdict != Verdict::not_listed)))
                table.rows.push_back(row_of(change));
    return table;
}

report::Table unmapped_table(const pricelist::PriceList& list) {
    report::Table table;
    table.id = "unmapped";
    table.caption = "Rows of the list without a figure in the catalogue";
    table.columns = {words("sku", "SKU"), report::prose("row", "Row"), report::prose("why", "Why")};
    for (const auto& row : list.unmapped)
        table.rows.push_back({text_cell(row.sku), text_cell(row.what), text_cell(row.why)});
    if (list.unmapped_count > list.unmapped.size())
        table.note = fmt::format("{} of {} are shown.", list.unmapped.size(), list.unmapped_count);
    return table;
}

report::Paragraph summary(const pricelist::PriceList& list,
                          const std::vector<FigureChange>& changes, bool all) {
    report::Paragraph paragraph;
    paragraph.text = fmt::format(
        "{} changed, {} new, {} unchanged, {} refused; {} prices of the catalogue are not in the "
        "list; {} rows of the region have no figure, {} rows are of other regions or kinds.{}",
        count(changes, Verdict::changed), count(changes, Verdict::added),
        count(changes, Verdict::unchanged), count(changes, Verdict::refused),
        count(changes, Verdict::not_listed), list.unmapped_count, list.other_rows,
        all ? "" : " --all shows them.");
    return paragraph;
}

}  // namespace

report::Document price_document(const ProviderFile& catalogue, const pricelist::PriceList& list,
                                const std::vector<FigureChange>& changes, bool all) {
    report::Document document;
    document.title = catalogue.id + " against its price list";
    report::Section section{"comparison", "Comparison", {}};
    section.blocks.emplace_back(summary(list, changes, all));
    for (const auto& [id, source] : list.sources)
        section.blocks.emplace_back(report::Paragraph{
            id,
            fmt::format("{}{}: {}", source.title,
                        source.date ? " of " + format_date(*source.date) : "", source.file),
            report::Tone::quiet});
    for (const auto& doubt : list.doubts)
        section.blocks.emplace_back(
            report::Paragraph{"May be incomplete:", doubt, report::Tone::warn});
    section.blocks.emplace_back(figure_table(changes, all));
    if (all) section.blocks.emplace_back(unmapped_table(list));
    document.sections.push_back(std::move(section));
    return document;
}

}  // namespace reentry::cli
