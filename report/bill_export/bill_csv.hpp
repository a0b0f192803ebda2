// A bill as CSV: a header, then one line for each share of each charge. Amounts are exact; one that
// is not known is empty, and the column "unknown" says why; support and tax that are charged on
// what is known stand there as lower bounds, and say so too.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry::report {

std::string bill_csv(const Bill& bill);

}  // namespace reentry::report
