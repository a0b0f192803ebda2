#include "cli/doubtful_amounts.hpp"

#include "models/tariff/unknown_price.hpp"
#include "report/cells.hpp"
#include "report/comparison/columns.hpp"
#include "study/compare.hpp"

#include <map>

namespace reentry::cli {
namespace {

using report::text_cell;

const std::string missing_price = "missing: ";

// Amount over the horizon by line of the bill and what is doubtful about its price.
using Doubtful = std::map<std::pair<std::string, std::string>, Money>;

std::string doubt_of(const Bill& bill, const BillCharge& charge,
                     std::chrono::year_month_day oldest) {
    if (charge.charge.kind == ChargeKind::unknown)
        return missing_price + unknown_text(bill, charge);
    std::string text;
    if (charge.provenance.confidence >= Confidence::inferred)
        text = confidence_name(charge.provenance.confidence);
    if (charge.provenance.as_of.ok() && charge.provenance.as_of < oldest)
        text += text.empty() ? "old" : ", old";
    return text;
}

Doubtful doubtful(const Bill& bill, std::chrono::year_month_day oldest) {
    Doubtful amounts;
    for (const auto& charge : bill.charges) {
        if (charge.charge.kind == ChargeKind::tax) continue;
        const auto doubt = doubt_of(bill, charge, oldest);
        if (doubt.empty()) continue;
        const auto place = std::pair(bill.line_name(charge), doubt);
        amounts.try_emplace(place, Money(bill.currency)).first->second +=
            Money(charge.reported, bill.currency);
    }
    return amounts;
}

report::Table empty_table(const std::string& currency) {
    report::Table table;
    table.id = "doubtful-amounts";
    table.caption = "Amounts over the horizon that rest on doubtful prices";
    table.columns = {report::words("strategy", "Strategy"),
                     report::words("provider", "Provider"),
                     report::words("line", "Line"),
                     report::prose("doubt", "Doubt"),
                     report::figures_in("amount", "Amount", currency),
                     report::figures_in("share", "Share of the bill", "1")};
    table.key_columns = 2;
    return table;
}

}  // namespace

std::shared_ptr<const Scenario> operation_only(const Scenario& scenario) {
    auto copy = std::make_shared<Scenario>(scenario);
    copy->effort.incidents = 0;
    copy->effort.histories = 1;
    return copy;
}

report::Section doubtful_amounts(const ScenarioInput& input, const Outside& outside, int months) {
    study::SimulateOptions how;
    how.stop = outside.stop;
    const auto simulated = study::simulate(operation_only(*input.scenario), input.catalogue, how);
    const std::chrono::year_month_day today = outside.today();
    const auto oldest = today - std::chrono::months{months};
    auto table = empty_table(std::string(input.scenario->finance.currency.code()));
    for (std::size_t i = 0; i < simulated.rows.size() && !simulated.cancelled; ++i) {
        const auto& row = simulated.rows[i];
        if (!row.offer.made) continue;
        const auto bill = study::bill_of(simulated, i, input.catalogue);
        const double total = bill.total().to_double();
        for (const auto& [place, amount] : doubtful(bill, oldest)) {
            const bool missing = place.second.starts_with(missing_price);
            const bool shared = total > 0 && !missing;
            table.rows.push_back(
                {text_cell(row.strategy), text_cell(row.provider), text_cell(place.first),
                 text_cell(place.second),
                 missing ? text_cell("unknown", report::Tone::bad) : report::money_cell(amount),
                 shared ? report::share_cell(amount.to_double() / total) : report::empty_cell()});
        }
    }
    report::Section section{"bills", "What rests on them", {}};
    section.blocks.emplace_back(std::move(table));
    return section;
}

}  // namespace reentry::cli
