#include "models/protection/job_size.hpp"

#include "models/protection/change.hpp"

#include <algorithm>
#include <cmath>

namespace reentry {
namespace {

std::int64_t whole(double bytes) { return Bytes::rounded(bytes).count(); }

// Reduces, adds metadata, cuts into objects.
JobSize stored_as(double logical, double added, const Workload& workload,
                  const IntegrationFigures& product) {
    const double kept = (1 + product.metadata_share) / workload.reduction;
    JobSize size;
    size.logical = whole(logical);
    size.stored = whole(logical * kept);
    size.added = whole(added * kept);
    size.objects = JobSize::objects_in(size.stored, product);
    return size;
}

}  // namespace

std::int64_t JobSize::objects_in(std::int64_t stored, const IntegrationFigures& product) {
    return static_cast<std::int64_t>(std::ceil(static_cast<double>(stored) / product.object_bytes));
}

JobSize full_size(const Workload& workload, const IntegrationFigures& product, sim::Duration age) {
    const double size = size_after(workload.size, workload.growth, age).to_double();
    return stored_as(size, size, workload, product);
}

JobSize change_size(const Workload& workload, const IntegrationFigures& product, sim::Duration age,
                    sim::Duration window, PerTime change) {
    const double now = size_after(workload.size, workload.growth, age).to_double();
    const double before = size_after(workload.size, workload.growth, age - window).to_double();
    const double added = std::max(0.0, now - before);
    const double touched = before * touched_share(change, workload.hot_share, window);
    return stored_as(touched + added, added, workload, product);
}

}  // namespace reentry
