// A bill as JSON: totals, what is unknown, and every charge with its shares. Amounts and quantities
// are decimal strings, so that no reader loses digits. An amount that is not known is null, and
// "unknown" beside it says why; a total of which a part is not known is null, and what is known of
// it stands in "at_least".
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry::report {

std::string bill_json(const Bill& bill);

}  // namespace reentry::report
