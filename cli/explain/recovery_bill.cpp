#include "cli/explain/recovery_bill.hpp"

#include "models/tariff/marginal.hpp"
#include "models/tariff/meter.hpp"
#include "models/tariff/unknown_price.hpp"
#include "models/text.hpp"
#include "report/bill_export/bill_rows.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"

namespace reentry::cli {

using report::text_cell;

report::Table recovery_bill(const study::CaseRow& row, std::size_t number, const Ledger& used,
                            report::Facts& facts) {
    const auto& bindings = *row.bindings;
    const auto& without = row.usage_met_by(number);
    auto with = without;
    meter_into(with, used, bindings.list());
    const MarginalRater rater(without, bindings.list(), bindings.options());
    const auto margin = rater.marginal(used);
    facts.items.emplace_back("Recovery bill (months with it less months without it)",
                             format_total(margin));
    const auto bill = rate(with, bindings.list(), bindings.options());
    report::Table table;
    table.id = "recovery-bill";
    table.caption = "What the recovery used";
    table.columns = {report::words("line", "Line"),
                     report::words("workload", "Workload"),
                     report::figures_in("quantity", "Quantity", "1"),
                     report::words("unit", "Unit"),
                     report::figures_in("amount", "Amount", std::string(bill.currency.code())),
                     report::prose("unknown", "Why unknown")};
    for (const auto& item : bill.items) {
        const auto state = bill.rows[item.row].cause.state;
        if (state != State::recovery && state != State::exit) continue;
        const auto& charge = bill.charges[item.charge];
        const auto quantity = report::quantity_text(bill.quantity(item), 6);
        table.rows.push_back({text_cell(bill.line_name(charge)),
                              text_cell(bill.key_text(item, BillKey::workload)),
                              {grouped(quantity), quantity},
                              text_cell(bill.unit(charge)),
                              report::total_cell_whole(bill.reported_total(item)),
                              text_cell(why_unknown(bill, charge))});
    }
    table.note =
        "Shares of the months' charges. Where bands or allowances are shared with the "
        "operation, they differ from the margin above.";
    return table;
}

}  // namespace reentry::cli
