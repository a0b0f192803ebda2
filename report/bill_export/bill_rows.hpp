// A bill as rows of text, one for each share of each charge: what CSV, FOCUS and spreadsheet show.
// Amounts are exact decimals; nothing is rounded for display here.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>
#include <vector>

namespace reentry::report {

struct BillRow {
    const BillCharge* charge = nullptr;
    const BillItem* item = nullptr;
    const BillLine* line = nullptr;  // null for charges on an account's month
    std::string month, from, to;     // "2027-04"; dates, `to` inclusive
    std::string role, resource, meter, option, workload, copy, state;
    std::string provider, region;
    std::string name;  // of the line: "S3 Standard: storage"
    std::string kind, band, unit;
    std::string quantity;    // in units, at most 12 decimal places; empty: none
    Int128 list_nano = 0;    // the share of the list amount
    Total listed, reported;  // what it amounts to, in both currencies
    std::string unknown;     // why an amount is not known, or not wholly; empty: it is
};

std::vector<BillRow> bill_rows(const Bill& bill);

// At most so many decimal places; fewer where a quantity is so large (bytes and nanoseconds that no
// unit divides) that they would not fit 128 bits.
std::string quantity_text(const Quantity& quantity, int places);
// Plain digits of 10^-9 units: "1.5".
std::string decimal_text(Int128 nano);
// The same of what is known of an amount; empty when that is nothing.
std::string known_text(const Total& total);
// "2026-08-07"; empty when undated.
std::string date_text(std::chrono::year_month_day date);
// A CSV field: in quotes where it must be.
std::string csv_field(const std::string& text);
// Fields with commas, and a line end.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace reentry::report
