#include "report/bill_export/bill_csv.hpp"

#include "report/bill_export/bill_rows.hpp"

namespace reentry::report {

std::string bill_csv(const Bill& bill) {
    std::string text = csv_line({"month",
                                 "from",
                                 "to",
                                 "role",
                                 "provider",
                                 "region",
                                 "resource",
                                 "line",
                                 "meter",
                                 "option",
                                 "workload",
                                 "copy",
                                 "state",
                                 "kind",
                                 "band",
                                 "quantity",
                                 "unit",
                                 "unit_price",
                                 "list_unit_price",
                                 "amount",
                                 "currency",
                                 "reported_amount",
                                 "reporting_currency",
                                 "unknown",
                                 "source",
                                 "source_date",
                                 "confidence",
                                 "source_note",
                                 "note"});
    const std::string reporting(bill.currency.code());
    for (const BillRow& row : bill_rows(bill)) {
        const BillCharge& charge = *row.charge;
        const bool priced = charge.charge.kind == ChargeKind::band;
        const Provenance& from = charge.provenance;
        text += csv_line({row.month,
                          row.from,
                          row.to,
                          row.role,
                          row.provider,
                          row.region,
                          row.resource,
                          row.name,
                          row.meter,
                          row.option,
                          row.workload,
                          row.copy,
                          row.state,
                          row.kind,
                          row.band,
                          row.quantity,
                          row.unit,
                          priced ? charge.charge.price.to_string() : "",
                          priced ? charge.charge.list_price.to_string() : "",
                          known_text(row.listed),
                          std::string(charge.currency.code()),
                          known_text(row.reported),
                          reporting,
                          row.unknown,
                          from.source,
                          date_text(from.as_of),
                          std::string(confidence_name(from.confidence)),
                          from.note,
                          charge.note});
    }
    return text;
}

}  // namespace reentry::report
