// From the bill of the operation to the figures of a row: cost over the horizon, by month, in
// shares, present value.
#pragma once

#include "models/scenario/scenario.hpp"
#include "models/tariff/bill.hpp"
#include "study/comparison.hpp"

namespace reentry::study {

void add_costs(const Scenario& scenario, const Bill& bill, Row& row);

// What a reader looks for in a bill: "storage", "requests", "retrieval", "traffic", "connection" of
// a provider; an own store by its name; "contracts" for links that are paid for.
std::string cost_group(const Bill& bill, const BillItem& item);

}  // namespace reentry::study
