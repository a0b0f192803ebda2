// Small worlds of one workload, and what their operation left behind as text.
#pragma once

#include "tests/models/small_world.hpp"

#include <string>

namespace small_world {

// The workload "files" here, 200 GB that halve, of which `change` is changed every day, all of it
// alike; and an incident of each kind of damage without detection, decision or waiting.
std::string some_files(const std::string& change = "0 %/d");

// The points of one copy of the first workload: content (days and time), size, whole or part, and
// how long after their content they are there. Of virtual tapes also upload, cache and tapes.
std::string told(const SmallWorld& world, std::size_t copy);

// What lay where in the operation: resource, GB, from, to, and how it ended.
std::string lain(const reentry::Ledger& ledger);

// The sum of a counted meter, over all resources or those of one name.
std::int64_t counted(const reentry::Ledger& ledger, reentry::Meter meter,
                     std::string_view resource = {}, std::string_view option = {});

}  // namespace small_world
