// What is to be said of a charge whose price is unknown.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry {

// The line and the reason: "Link: tunnel: only on request". Without a line the reason alone, which
// names what has no price.
std::string unknown_text(const Bill& bill, const BillCharge& charge);

// Why an amount of a charge is not known, or not wholly; empty when it is: "only on request", "no
// exchange rate USD to EUR in 2027-01".
std::string why_unknown(const Bill& bill, const BillCharge& charge);

}  // namespace reentry
