// A bill as a spreadsheet that lives: every amount is quantity times price by formula, prices stand
// once in a sheet of their own with their sources, and totals are sums over the charges. Who
// changes a price sees the bill change (but for caps, minimums, support and tax, which stay as
// rated).
//
// Sheets: Summary (months by state), Charges, Shares, Prices. The file's bytes are a function of
// the bill alone.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry::report {

// Writes the file; on failure false, and why in `problem`.
bool write_bill_xlsx(const Bill& bill, const std::string& path, std::string& problem);

}  // namespace reentry::report
