#include "report/bill_export/bill_json.hpp"

#include "report/bill_export/bill_rows.hpp"

#include <nlohmann/json.hpp>

namespace reentry::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int quantity_places = 12;

Json amount_or_null(const Total& total) {
    return total.complete ? Json(decimal_text(total.amount.nano())) : Json();
}

// Of a charge: what is known of it, if anything.
Json known_or_null(const Total& total) {
    const auto text = known_text(total);
    return text.empty() ? Json() : Json(text);
}

Json amount_at_least(const Total& total) { return decimal_text(total.amount.nano()); }

// The totals by several keys, each amount as `told` tells it.
Json totals(const Bill& bill, Json (*told)(const Total&)) {
    Json result;
    for (const auto& [name, key] : {std::pair{"state", BillKey::state},
                                    {"month", BillKey::month},
                                    {"role", BillKey::role},
                                    {"workload", BillKey::workload}}) {
        result[name] = Json::object();
        for (const auto& [text, total] : bill.total_by(key)) result[name][text] = told(total);
    }
    return result;
}

Json provenance(const Provenance& from) {
    return {{"source", from.source},
            {"date", date_text(from.as_of)},
            {"confidence", confidence_name(from.confidence)},
            {"note", from.note}};
}

Json share(const BillRow& row) {
    return {{"role", row.role},
            {"resource", row.resource},
            {"meter", row.meter},
            {"option", row.option},
            {"workload", row.workload},
            {"copy", row.copy},
            {"state", row.state},
            {"quantity", row.quantity},
            {"amount", known_or_null(row.listed)},
            {"reported", known_or_null(row.reported)}};
}

Json charge(const Bill& bill, const BillRow& first) {
    const BillCharge& entry = *first.charge;
    Json result{{"month", first.month},       {"from", first.from},     {"to", first.to},
                {"provider", first.provider}, {"region", first.region}, {"line", first.name},
                {"kind", first.kind}};
    if (entry.charge.atoms != 0) {
        result["quantity"] = quantity_text(bill.quantity(entry), quantity_places);
        result["unit"] = first.unit;
    }
    if (!entry.band.empty()) result["band"] = entry.band;
    if (entry.charge.kind == ChargeKind::band) {
        result["unit_price"] = entry.charge.price.to_string();
        result["list_unit_price"] = entry.charge.list_price.to_string();
    }
    if (!entry.formula.empty()) result["formula"] = entry.formula;
    if (!entry.note.empty()) result["note"] = entry.note;
    result["amount"] = known_or_null(bill.listed_total(entry));
    result["currency"] = entry.currency.code();
    result["reported"] = known_or_null(bill.reported_total(entry));
    if (!first.unknown.empty()) result["unknown"] = first.unknown;
    result["provenance"] = provenance(entry.provenance);
    return result;
}

}  // namespace

std::string bill_json(const Bill& bill) {
    Json result;
    result["currency"] = bill.currency.code();
    const Total total{bill.total(), bill.complete()};
    result["total"] = amount_or_null(total);
    result["complete"] = bill.complete();
    result["rounding"] = "each charge is rounded once, to 10^-9 of its currency";
    result["totals"] = totals(bill, amount_or_null);
    if (!bill.complete()) {
        result["at_least"] = {{"total", amount_at_least(total)}};
        result["at_least"].update(totals(bill, amount_at_least));
    }
    result["unknown"] = Json::array();
    for (const BillCharge* unknown : bill.unknown()) result["unknown"].push_back(unknown->note);
    result["missing_rates"] = bill.missing_rates;
    result["charges"] = Json::array();
    const BillCharge* last = nullptr;
    for (const BillRow& row : bill_rows(bill)) {
        if (row.charge != last) {
            result["charges"].push_back(charge(bill, row));
            result["charges"].back()["shares"] = Json::array();
        }
        last = row.charge;
        result["charges"].back()["shares"].push_back(share(row));
    }
    return result.dump(1) + "\n";
}

}  // namespace reentry::report
