// A bill as CSV: a header, then one line for each share of each charge. Amounts are exact.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry::report {

std::string bill_csv(const Bill& bill);

}  // namespace reentry::report
