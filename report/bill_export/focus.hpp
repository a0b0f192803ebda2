// A bill in the FinOps Open Cost and Usage Specification, version 1.2: CSV with all mandatory
// columns and the recommended ones that a simulation can fill; own columns begin with "x_".
//
// One row per share of a charge, in the currency of its tariff. Ends of periods are exclusive,
// times UTC. What a provider calls a GB is written as GiB where it means 2^30 bytes. Null is an
// empty field.
//
// What has no known price is left out: the specification allows no null in BilledCost,
// EffectiveCost, ContractedCost and ListCost, and a zero there says that it cost nothing. What is
// left out must be told beside the file (Bill::unknown()). Support and tax on such a month say in
// x_Note that they are charged on what has a known price.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry::report {

struct FocusOptions {
    std::string scenario;  // x_Scenario
};

std::string focus_csv(const Bill& bill, const FocusOptions& options = {});

// "GiB-Months", "1000 Requests", "Hours": a unit in the words of the specification.
std::string focus_unit(const BillLine& line, Meter meter);

}  // namespace reentry::report
