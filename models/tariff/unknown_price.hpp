// What is to be said of a charge whose price is unknown.
#pragma once

#include "models/tariff/bill.hpp"

#include <string>

namespace reentry {

// The line and the reason: "Link: tunnel: only on request". Without a line the reason alone, which
// names what has no price.
std::string unknown_text(const Bill& bill, const BillCharge& charge);

}  // namespace reentry
