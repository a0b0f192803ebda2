// The words of a bill: what its lines are called, where prices come from, what is to be said about
// a charge. An inner part of rating.
#pragma once

#include "models/tariff/bill.hpp"
#include "models/tariff/line_rater.hpp"

namespace reentry {

BillLine describe_line(const UsageLine& line, const LineRater& rater);

// Fills provenance, note, band and formula of a charge.
void annotate(BillCharge& charge, const Usage& usage, const LineRater& rater);

// Says of charges with traffic of a customer who leaves that the list price is an upper bound,
// where the EU Data Act allows cost alone and the tariff does not state it. After charges are
// shared.
void note_upper_bounds(Bill& bill, const LineRater& rater);

// Of a charge in an account's month in which something has no known price: whether its amount
// is all that it comes to, and what to say of it where it is not.
void note_lack(BillCharge& charge);

}  // namespace reentry
