// What the recovery from one incident costs on top of the operation.
#pragma once

#include "models/ledger/ledger.hpp"
#include "report/tree.hpp"
#include "study/simulate.hpp"

namespace reentry::cli {

// What the recovery of incident `number` used, rated with the months that it fell into; the margin
// goes to the facts.
report::Table recovery_bill(const study::CaseRow& row, std::size_t number, const Ledger& used,
                            report::Facts& facts);

}  // namespace reentry::cli
