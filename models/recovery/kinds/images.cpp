#include "models/recovery/fetch.hpp"
#include "models/recovery/kinds/kinds.hpp"
#include "models/recovery/stages.hpp"

#include <numeric>

namespace reentry::kinds {
namespace {

// One part of the point's chain, in proportion to what of it is to be read.
Candidate part_of(const Recovery& recovery, std::size_t workload, const Candidate& source,
                  std::size_t part) {
    const auto& points = recovery.history.points[source.copy][workload];
    const auto bytes = [&points](std::size_t p) {
        return static_cast<double>(points[p].read_bytes);
    };
    const double all = std::accumulate(source.parts.begin(), source.parts.end(), 0.0,
                                       [&](double sum, std::size_t p) { return sum + bytes(p); });
    auto result = share_of(source, all > 0 ? bytes(source.parts[part]) / all : 0);
    result.parts = {source.parts[part]};
    return result;
}

}  // namespace

sim::Task<void> images(Recovery& recovery, std::size_t workload, const Candidate& source) {
    // Out of an archive all parts are asked for, and come, together.
    if (comes_as_one(recovery, source)) {
        auto fetching = fetch(recovery, workload, source);
        co_await fetching;
        co_return;
    }
    auto basing = fetch(recovery, workload, part_of(recovery, workload, source, 0));
    co_await basing;
    for (std::size_t part = 1; part < source.parts.size(); ++part) {
        auto importing = fetch(recovery, workload, part_of(recovery, workload, source, part),
                               Stage::differences);
        co_await importing;
    }
}

}  // namespace reentry::kinds
