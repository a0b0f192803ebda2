// Cost, from the horizon down to the charges of a month and the events behind them.
#include "study/cost.hpp"

#include "cli/bill_tables.hpp"
#include "cli/explain/explained.hpp"
#include "models/money/total.hpp"
#include "models/nearest.hpp"
#include "models/tariff/explain.hpp"
#include "models/tariff/rate.hpp"
#include "models/text.hpp"
#include "models/units/format.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "study/compare.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reentry::cli {
namespace {

using report::text_cell;

// A bill with all that is needed to open it down to the events.
class OpenBill {
 public:
    explicit OpenBill(const ExplainedRow& row)
        : row_(row.row()),
          bill_(rate(row_.usage(), row_.bindings->list(), row_.bindings->options())) {}

    const Bill& bill() const { return bill_; }

    std::vector<ExplainedStep> steps(const BillItem& item) const {
        return explain(bill_, item,
                       {&row_.run->ledger, &row_.usage(), row_.bindings->list(), events_told});
    }

 private:
    static constexpr std::size_t events_told = 5;
    const study::CaseRow& row_;
    Bill bill_;
};

bool on_line(const Bill& bill, const BillCharge& charge, const std::string& line) {
    return lower(bill.line_name(charge)).find(lower(line)) != std::string::npos;
}

report::Table month_table(const study::Row& row, const std::string& currency) {
    report::Table table;
    table.id = "months";
    table.caption = "By month";
    table.columns = {report::words("month", "Month"),
                     report::figures_in("running", "Running", currency),
                     report::figures_in("drill", "Drills", currency)};
    for (const auto& month : row.months)
        table.rows.push_back({text_cell(format_date(sim::day_of(month.begin)).substr(0, 7)),
                              report::total_cell_whole({month.running, month.complete}),
                              report::total_cell_whole({month.drill, month.complete})});
    return table;
}

report::Table share_table(const study::Row& row, const std::string& currency) {
    report::Table table;
    table.id = "shares";
    table.caption = "What it is for";
    table.columns = {report::words("group", "Group"),
                     report::figures_in("amount", "Over the horizon", currency),
                     report::figures_in("share", "Share", "1")};
    const double total = row.horizon_cost.to_double();
    const bool shared = total > 0 && row.unknown_prices.empty();
    for (const auto& share : row.shares)
        table.rows.push_back(
            {text_cell(share.group), report::total_cell_whole({share.amount, share.complete}),
             shared ? report::share_cell(share.amount.to_double() / total) : report::empty_cell()});
    return table;
}

report::Facts facts(const std::vector<ExplainedStep>& steps) {
    report::Facts all;
    for (const auto& step : steps) all.items.emplace_back(step.label, step.text);
    return all;
}

// The largest share of a charge, from its usage events on.
report::Block opened(const OpenBill& open, const BillCharge& charge) {
    const auto& items = open.bill().items;
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(charge.first_item);
    const auto last = first + static_cast<std::ptrdiff_t>(charge.item_count);
    if (first == last) return facts(explain(open.bill(), charge));
    return facts(open.steps(*std::max_element(
        first, last, [](const auto& a, const auto& b) { return a.reported < b.reported; })));
}

const BillCharge* largest(const std::vector<const BillCharge*>& charges) {
    const auto found =
        std::max_element(charges.begin(), charges.end(),
                         [](const auto* a, const auto* b) { return a->reported < b->reported; });
    return found == charges.end() ? nullptr : *found;
}

// The names of the lines of some charges, each once.
std::vector<std::string> line_names(const Bill& bill, const std::vector<const BillCharge*>& all) {
    std::vector<std::string> names;
    for (const auto* charge : all) {
        const auto name = bill.line_name(*charge);
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

// Those charges that lie on lines with this in their names; it is a fault when there are none.
std::vector<const BillCharge*> narrowed(const Bill& bill, std::vector<const BillCharge*> all,
                                        const std::string& line, Diagnostics& faults) {
    const auto names = line_names(bill, all);
    std::erase_if(all, [&](const auto* charge) { return !on_line(bill, *charge, line); });
    if (all.empty() && !names.empty())
        faults.add({.key = "--line",
                    .found = quoted(line),
                    .expected = "a part of the name of a line: " + listed(names),
                    .hint = did_you_mean(nearest(line, names))});
    return all;
}

// The charges of the wanted lines, largest opened.
void add_line(report::Section& section, const OpenBill& open, const std::string& line,
              Diagnostics& faults) {
    const auto wanted = narrowed(open.bill(), all_charges(open.bill()), line, faults);
    section.blocks.emplace_back(charge_table(open.bill(), wanted));
    if (const auto* charge = largest(wanted)) {
        section.blocks.emplace_back(
            report::Paragraph{"The largest share of the largest charge", "", {}});
        section.blocks.push_back(opened(open, *charge));
    }
}

}  // namespace

report::Section explain_cost(const ExplainedRow& row, Diagnostics& faults) {
    const OpenBill open(row);
    const auto& bill = open.bill();
    study::Row figures;
    study::add_costs(row.scenario(), bill, figures);
    const std::string currency(bill.currency.code());
    const bool known = bill.complete();
    report::Section section{"cost", "Cost of running it over the horizon", {}};
    section.blocks.emplace_back(
        report::Facts{{{"Over the horizon", format_total({figures.horizon_cost, known})},
                       {"Per month", format_total({figures.monthly_cost, known})},
                       {"Present value", format_total({figures.present_value, known})},
                       {"Charges", format_count(static_cast<std::int64_t>(bill.charges.size()))}}});
    if (!row.line.empty()) {
        add_line(section, open, row.line, faults);
        return section;
    }
    section.blocks.emplace_back(share_table(figures, currency));
    section.blocks.emplace_back(totals_table(bill, BillKey::line, "Line"));
    section.blocks.emplace_back(totals_table(bill, BillKey::workload, "Workload"));
    section.blocks.emplace_back(totals_table(bill, BillKey::copy, "Copy"));
    section.blocks.emplace_back(month_table(figures, currency));
    if (auto missing = gaps(bill); !missing.empty())
        section.blocks.emplace_back(report::Points{std::move(missing)});
    return section;
}

report::Section explain_month(const ExplainedRow& row, const FigureRequest& request,
                              Diagnostics& faults) {
    const OpenBill open(row);
    const auto& bill = open.bill();
    std::vector<const BillCharge*> wanted;
    for (const auto& charge : bill.charges)
        if (month_text(bill.calendar.month_of(charge.charge.period).name) == request.argument)
            wanted.push_back(&charge);
    report::Section section{"month", "Charges of " + request.argument, {}};
    if (wanted.empty())
        faults.add({.key = "--figure month",
                    .found = quoted(request.argument),
                    .expected = fmt::format("a month with charges, {} to {}",
                                            month_text(bill.calendar.months().front().name),
                                            month_text(bill.calendar.months().back().name))});
    if (!row.line.empty()) wanted = narrowed(bill, std::move(wanted), row.line, faults);
    section.blocks.emplace_back(charge_table(bill, wanted));
    if (!row.line.empty())
        for (const auto* charge : wanted) section.blocks.push_back(opened(open, *charge));
    return section;
}

}  // namespace reentry::cli
