#include "cli/bill_output.hpp"

#include "cli/bill_tables.hpp"
#include "cli/text_file.hpp"
#include "models/money/total.hpp"
#include "report/atomic_file.hpp"
#include "report/bill_export/bill_csv.hpp"
#include "report/bill_export/bill_json.hpp"
#include "report/bill_export/bill_xlsx.hpp"
#include "report/bill_export/focus.hpp"
#include "report/render/markdown.hpp"

#include <fmt/format.h>

namespace reentry::cli {
namespace {

report::Document bill_document(const Bill& bill) {
    report::Document document;
    document.title = "Bill";
    report::Section section{"bill", "By price line and month", {}};
    section.blocks.emplace_back(charge_table(bill, all_charges(bill)));
    if (bill.calendar.months().size() > 1)
        section.blocks.emplace_back(totals_table(bill, BillKey::month, "Month"));
    if (bill.total_by(BillKey::workload).size() > 1)
        section.blocks.emplace_back(totals_table(bill, BillKey::workload, "Workload"));
    if (auto missing = gaps(bill); !missing.empty())
        section.blocks.emplace_back(report::Points{std::move(missing)});
    document.sections.push_back(std::move(section));
    return document;
}

// Every share of every charge, from the events on; charges that have no shares as a whole.
std::string explanation(const Bill& bill, const EventSource& events) {
    std::string text;
    for (const auto& charge : bill.charges) {
        if (charge.item_count == 0) text += to_text(explain(bill, charge)) + "\n";
        for (std::size_t i = 0; i < charge.item_count; ++i)
            text += to_text(explain(bill, bill.items[charge.first_item + i], events)) + "\n";
    }
    return text + "total     " + format_total({bill.total(), bill.complete()}) + "\n";
}

std::string bill_text(Session& session, const Bill& bill, const EventSource& events,
                      const BillOutput& output) {
    switch (output.format) {
        case BillFormat::json:
            return report::bill_json(bill);
        case BillFormat::csv:
            return report::bill_csv(bill);
        case BillFormat::focus:
            return report::focus_csv(bill);
        case BillFormat::markdown:
            return report::render_markdown(bill_document(bill), {});
        default:
            break;
    }
    if (output.explain) return explanation(bill, events);
    return report::render_terminal(bill_document(bill), session.layout());
}

// The spreadsheet's library opens files by name.
void write_xlsx(const Bill& bill, const std::string& path) {
    report::AtomicFile file(path);
    std::string problem;
    if (!report::write_bill_xlsx(bill, file.temporary().string(), problem))
        throw std::runtime_error(path + ": " + problem);
    file.commit();
}

// A bill in a currency into which not everything can be converted was asked for wrongly.
ExitCode exit_code(Session& session, const Bill& bill) {
    Diagnostics faults;
    for (const auto& rate : missing_rates(bill))
        faults.add({.key = "--currency",
                    .found = "no exchange rate " + rate,
                    .expected = "one from --exchange or --terms, or a currency without the need",
                    .hint = "such as --exchange USD:EUR=0.92"});
    session.complain(faults);
    return faults.has_errors() ? ExitCode::bad_input : ExitCode::success;
}

}  // namespace

void add_bill_output(Command& command, BillOutput& output) {
    command.choice("--format", output.format,
                   {{"table", BillFormat::table},
                    {"json", BillFormat::json},
                    {"csv", BillFormat::csv},
                    {"markdown", BillFormat::markdown},
                    {"focus", BillFormat::focus},
                    {"xlsx", BillFormat::xlsx}},
                   "focus: FOCUS 1.2 for FinOps tools; xlsx: with live formulas (default: table)");
    command.option("-o,--output", "FILE", output.path, "Where to (default: standard output)");
    command.flag("--explain", output.explain,
                 "Every amount from usage events to quantity, band, price and source");
}

ExitCode write_bill(Session& session, const Bill& bill, const EventSource& events,
                    const BillOutput& output) {
    if (output.format == BillFormat::xlsx && output.path.empty()) {
        session.error("--format xlsx needs -o FILE");
        return ExitCode::usage;
    }
    if (output.format == BillFormat::xlsx)
        write_xlsx(bill, output.path);
    else
        write_text(session, output.path, bill_text(session, bill, events, output));
    if (output.format != BillFormat::table && output.format != BillFormat::markdown)
        for (const auto& gap : gaps(bill)) session.note("reentry: " + gap.lead + ": " + gap.text);
    if (const auto left_out = bill.unknown().size(); output.format == BillFormat::focus && left_out)
        session.note(
            fmt::format("reentry: {} without a known price {} no row: FOCUS allows no empty cost",
                        left_out == 1 ? "1 charge" : fmt::format("{} charges", left_out),
                        left_out == 1 ? "has" : "have"));
    return exit_code(session, bill);
}

}  // namespace reentry::cli
