// What a scenario may not exceed, so that it can be simulated and priced at all: bytes that fit a
// number, events that fit a machine's memory, amounts that can be converted.
#pragma once

#include "models/files/address.hpp"
#include "models/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace reentry {

struct ExtentFault {
    files::Address key;
    std::string found, expected;
};

// Every value that leads beyond. The values are valid one by one.
std::vector<ExtentFault> extent_faults(const Scenario& scenario);

}  // namespace reentry
