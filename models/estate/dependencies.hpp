// Who needs whom: the dependency graph of the workloads (Boost.Graph behind a small face).
#pragma once

#include "models/diagnostic.hpp"
#include "models/scenario/workload.hpp"

#include <string>
#include <vector>

namespace reentry {

// Indices into the list of workloads: needs[i] must serve before i can.
struct Dependencies {
    std::vector<std::vector<std::size_t>> needs;
    std::vector<std::size_t> order;  // every workload after all that it needs; ties in file order
};

// The names along one cycle of depends_on, first name repeated at the end; empty when there is
// none.
std::vector<std::string> dependency_cycle(const std::vector<Workload>& workloads);

// The graph; unknown names and cycles are broken contracts (the reader of the scenario has reported
// them).
Dependencies dependencies_of(const std::vector<Workload>& workloads);

}  // namespace reentry
