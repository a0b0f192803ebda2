// How much one backup job moves and leaves behind: from the workload's change and the product's
// object format.
#pragma once

#include "models/protection/recovery_point.hpp"
#include "models/scenario/strategy.hpp"
#include "models/scenario/workload.hpp"
#include "models/storage/figures.hpp"

namespace reentry {

struct JobSize {
    std::int64_t logical = 0;  // read from the source
    std::int64_t stored = 0;   // sent and kept, after reduction, with metadata
    std::int64_t objects = 0;  // kept
    std::int64_t added = 0;    // part of `stored` that is new data rather than changed data

    // The objects that so many stored bytes make.
    static std::int64_t objects_in(std::int64_t stored, const IntegrationFigures& product);
};

// A full of the workload as it is `age` after the start.
JobSize full_size(const Workload& workload, const IntegrationFigures& product, sim::Duration age);

// The changes in the window that ends `age` after the start, at a change rate drawn for the job.
JobSize change_size(const Workload& workload, const IntegrationFigures& product, sim::Duration age,
                    sim::Duration window, PerTime change);

}  // namespace reentry
