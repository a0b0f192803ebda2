// One ledger behind another.
#pragma once

#include "models/ledger/ledger.hpp"

namespace reentry {

// Adds all entries of another ledger, whose names are looked up anew. The interval stays.
void append(Ledger& to, const Ledger& more);

}  // namespace reentry
