// A bill as JSON: totals, what is unknown, and every charge with its shares. Amounts and quantities
// are decimal strings, so that no reader loses digits.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry::report {

std::string bill_json(const Bill& bill);

}  // namespace reentry::report
