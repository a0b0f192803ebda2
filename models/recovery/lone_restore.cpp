// How copies are compared that could be restored: each as if it were alone.
#include "models/recovery/lone_restore.hpp"

#include "models/operation/job_limits.hpp"
#include "models/recovery/replica.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <cmath>

namespace reentry {
namespace {

double lanes_of(const Case& what, const Location& place) {
    return static_cast<double>(what.scenario->stores[place.store].drives_per_job);
}

// The download with its thaw: of all but the first batch one of the two hides behind the other.
double with_thaw(World& world, const Candidate& candidate, std::size_t workload, std::size_t site,
                 double download) {
    if (candidate.frozen <= 0) return download;
    const auto& quota = world.thaw_quota(candidate.copy);
    const auto batches = static_cast<double>(thaw_batches(world, candidate, workload, site));
    const double part = candidate.frozen / batches;
    const double thaw = static_cast<double>(candidate.objects) * part / quota.objects_per_second +
                        static_cast<double>(candidate.bytes) * part / quota.bytes_per_second +
                        thaw_of(world.what.places[candidate.copy])->wait.mean();
    const double each = download / batches;
    return thaw + (batches - 1) * std::max(thaw, each) + each;
}

}  // namespace

double lone_restore_rate(World& world, const Candidate& candidate, std::size_t workload,
                         std::size_t site) {
    const auto& what = world.what;
    const auto& place = what.places[candidate.copy];
    const double lanes = place.kind == Location::Kind::tape ? lanes_of(what, place) : 1;
    auto limits = restore_limits(what, candidate.copy, workload, candidate.members);
    const auto from = world.reading(candidate.copy), to = world.target_for(workload, site);
    double rate = lanes * job_rate(limits);
    if (from.quota) rate = std::min(rate, world.flows.capacity(*from.quota));
    if (from.device) rate = std::min(rate, world.flows.capacity(*from.device) / from.use);
    if (const auto& path = world.path(from.node, to.node)) {
        for (const auto arc : path->arcs) rate = std::min(rate, what.arcs[arc].capacity);
        const auto& transport = what.scenario->transport;
        limits.tcp = {path->rtt, path->loss, transport.window, transport.segment};
        rate = std::min(rate, lanes * job_rate(limits));
    }
    const double written = what.scenario->sites[site].production_write.bytes_per_second() /
                           what.scenario->workloads[workload].reduction;
    return std::min(rate, written);
}

std::int64_t thaw_batches(World& world, const Candidate& candidate, std::size_t workload,
                          std::size_t site) {
    const auto& copy = world.what.strategy->copies[candidate.copy];
    if (copy.thaw_pace == ThawPace::all_at_once) return 1;
    const double rate = lone_restore_rate(world, candidate, workload, site);
    const double batch = rate * sim::to_seconds(copy.thaw_ahead);
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::ceil(static_cast<double>(candidate.bytes) / batch)));
}

double lone_restore_seconds(World& world, const Candidate& candidate, std::size_t workload,
                            std::size_t site) {
    const auto& what = world.what;
    const auto& place = what.places[candidate.copy];
    if (lies_at(what, candidate.copy, site)) return 0;
    double seconds = sim::to_seconds(candidate.recall);
    if (place.vault != none)
        seconds += sim::to_seconds(mean_of(what.scenario->stores[place.vault].courier));
    if (place.kind == Location::Kind::tape)
        seconds += sim::to_seconds(place.library.mount + place.library.locate) *
                   static_cast<double>(candidate.parts.size()) / lanes_of(what, place);
    const double download =
        static_cast<double>(candidate.bytes) / lone_restore_rate(world, candidate, workload, site);
    return seconds + with_thaw(world, candidate, workload, site, download);
}

}  // namespace reentry
