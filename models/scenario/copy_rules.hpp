// What a copy may combine: method, place, gateway, lifecycle move, first full by courier.
#pragma once

#include "models/scenario/scenario.hpp"

#include <string>
#include <vector>

namespace reentry {

// A key of the copy that does not go with the others.
struct CopyFault {
    const char* key = "";
    std::string found;
    std::string expected;
    bool harmless = false;  // it can be simulated, but is hardly meant
};

std::vector<CopyFault> faults_of(const Scenario& scenario, const Strategy& strategy,
                                 const Copy& copy);

}  // namespace reentry
