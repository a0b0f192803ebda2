#include "cli/bill_tables.hpp"

#include "models/money/format.hpp"
#include "models/tariff/unknown_price.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"
#include "report/bill_export/bill_rows.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace reentry::cli {
namespace {

using report::Cell;
using report::text_cell;

Cell quantity_cell(const Bill& bill, const BillCharge& charge) {
    if (charge.charge.atoms == 0) return report::empty_cell();
    const auto quantity = bill.quantity(charge);
    return {grouped(report::quantity_text(quantity, 6)), report::quantity_text(quantity, 12)};
}

Cell price_cell(const BillCharge& charge) {
    switch (charge.charge.kind) {
        case ChargeKind::band: {
            const auto digits = charge.charge.price.to_string();
            return {fmt::format("{} {}", digits, charge.currency.code()), digits};
        }
        case ChargeKind::unknown:
            return text_cell("unknown", report::Tone::bad);
        default:
            return text_cell(std::string(charge_kind_name(charge.charge.kind)));
    }
}

// A charge without a price in a currency without a rate: what is known stands in brackets.
Cell reported_cell(const Bill& bill, const BillCharge& charge) {
    Cell cell = report::total_cell(bill.reported_total(charge));
    if (!charge.converted)
        cell.text += fmt::format(" ({})", format_total(bill.listed_total(charge)));
    return cell;
}

// What is to be said of a charge, and why its amount is not known where the note does not say so.
std::string note_of(const Bill& bill, const BillCharge& charge) {
    if (charge.converted) return charge.note;
    const auto why = why_unknown(bill, charge);
    return charge.note.empty() || !charge.whole ? why : charge.note + "; " + why;
}

std::string source_of(const BillCharge& charge) {
    auto text = charge.provenance.source;
    if (charge.provenance.as_of.ok()) text += ", " + format_date(charge.provenance.as_of);
    return text;
}

std::vector<Cell> charge_cells(const Bill& bill, const BillCharge& charge) {
    return {text_cell(month_text(bill.calendar.month_of(charge.charge.period).name)),
            text_cell(bill.line_name(charge)),
            text_cell(charge.band),
            quantity_cell(bill, charge),
            text_cell(charge.charge.atoms == 0 ? "" : bill.unit(charge)),
            price_cell(charge),
            text_cell(std::string(charge.currency.code())),
            report::total_cell(bill.listed_total(charge)),
            reported_cell(bill, charge),
            confidence_cell(charge.provenance.confidence),
            text_cell(source_of(charge)),
            text_cell(note_of(bill, charge))};
}

}  // namespace

report::Cell confidence_cell(Confidence confidence) {
    const bool doubtful = confidence >= Confidence::inferred;
    return text_cell(std::string(confidence_name(confidence)),
                     doubtful ? report::Tone::warn : report::Tone::plain);
}

std::vector<const BillCharge*> all_charges(const Bill& bill) {
    std::vector<const BillCharge*> all;
    for (const auto& charge : bill.charges) all.push_back(&charge);
    return all;
}

report::Table charge_table(const Bill& bill, const std::vector<const BillCharge*>& charges) {
    using namespace report;
    const std::string currency(bill.currency.code());
    Table table;
    table.id = "charges";
    table.caption = "Charges";
    table.columns = {words("month", "Month"),
                     words("line", "Line"),
                     words("band", "Band"),
                     figures_in("quantity", "Quantity", "1"),
                     words("unit", "Unit"),
                     figures_in("price", "Price", "1"),
                     data_in("currency", ""),
                     data_in("amount_listed", "1"),
                     figures_in("amount", "Amount", currency),
                     words("confidence", "Price is"),
                     data_in("source", ""),
                     prose("note", "Note")};
    table.key_columns = 2;
    Total total{Money(bill.currency)};
    for (const auto* charge : charges) {
        table.rows.push_back(charge_cells(bill, *charge));
        total += bill.reported_total(*charge);
    }
    table.note = "Total " + format_total(total);
    return table;
}

report::Table totals_table(const Bill& bill, BillKey key, const std::string& title) {
    using namespace report;
    Table table;
    table.id = "totals-by-" + lower(title);
    table.caption = "By " + lower(title);
    table.columns = {words(lower(title), title),
                     figures_in("amount", "Amount", std::string(bill.currency.code())),
                     figures_in("share", "Share", "1")};
    const double total = bill.total().to_double();
    const bool shared = bill.complete() && total > 0;
    for (const auto& [name, part] : bill.total_by(key))
        table.rows.push_back({text_cell(name.empty() ? "(none)" : name), total_cell(part),
                              shared ? share_cell(part.amount.to_double() / total) : empty_cell()});
    return table;
}

std::vector<std::string> missing_rates(const Bill& bill) {
    std::vector<std::pair<std::string, std::pair<std::string, std::string>>> spans;  // in order
    for (const auto& rate : bill.missing_rates) {
        const auto in = rate.find(" in ");
        const auto pair = rate.substr(0, in), month = rate.substr(in + 4);
        const auto known = std::find_if(spans.begin(), spans.end(),
                                        [&](const auto& span) { return span.first == pair; });
        if (known == spans.end())
            spans.push_back({pair, {month, month}});
        else
            known->second = {std::min(known->second.first, month),
                             std::max(known->second.second, month)};
    }
    std::vector<std::string> texts;
    for (const auto& [pair, months] : spans)
        texts.push_back(months.first == months.second
                            ? fmt::format("{} in {}", pair, months.first)
                            : fmt::format("{} in {} to {}", pair, months.first, months.second));
    return texts;
}

std::vector<report::Paragraph> gaps(const Bill& bill) {
    std::vector<report::Paragraph> all;
    std::set<std::string> told;
    for (const auto* charge : bill.unknown()) {
        const auto text = unknown_text(bill, *charge);
        if (told.insert(text).second) all.push_back({"Not priced", text, report::Tone::bad});
    }
    for (const auto& rate : missing_rates(bill))
        all.push_back({"Exchange rate missing", rate, report::Tone::bad});
    return all;
}

}  // namespace reentry::cli
