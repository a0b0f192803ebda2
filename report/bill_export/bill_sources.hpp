// The documents that a bill's prices come from, each once.
#pragma once

#include "models/tariff/bill.hpp"

#include <vector>

namespace reentry::report {

struct BillSource {
    std::string source;  // "none stated" where a price names no document
    std::chrono::year_month_day as_of{};
    Confidence confidence = Confidence::assumed;
    std::size_t charges = 0;
    std::size_t unknown = 0;  // of those charges: how many amounts are not known
    Int128 reported = 0;      // 10^-9 of the reporting currency
};

struct BillSources {
    std::vector<BillSource> all;         // in order of first use
    std::vector<std::size_t> of_charge;  // index in `all` by charge
};

BillSources sources_of(const Bill& bill);

}  // namespace reentry::report
