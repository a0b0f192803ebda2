// Bills as tables: the charges one by one, and totals by what they were for.
#pragma once

#include "models/tariff/bill.hpp"
#include "report/tree.hpp"

#include <string>
#include <vector>

namespace reentry::cli {

// All charges of a bill, in its order.
std::vector<const BillCharge*> all_charges(const Bill& bill);

// One row per charge: month, line, band, quantity, unit price, amount, source. Sums are exact;
// amounts are rounded for display only.
report::Table charge_table(const Bill& bill, const std::vector<const BillCharge*>& charges);

// One row per key, in the reporting currency, with its share of the total.
report::Table totals_table(const Bill& bill, BillKey key, const std::string& title);

// The exchange rates that a bill lacks, one text for each pair: "USD to EUR in 2027-01 to 2031-12".
std::vector<std::string> missing_rates(const Bill& bill);

// What must be said of a bill that is not complete; empty when it is.
std::vector<report::Paragraph> gaps(const Bill& bill);

// The catalogue's words for a confidence, in the colour of how far it can be trusted.
report::Cell confidence_cell(Confidence confidence);

}  // namespace reentry::cli
