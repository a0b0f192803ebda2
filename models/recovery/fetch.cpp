#include "models/recovery/fetch.hpp"

#include "models/operation/job_limits.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/replica.hpp"
#include "models/recovery/stages.hpp"
#include "models/recovery/tape.hpp"
#include "models/recovery/thaw.hpp"
#include "models/recovery/virtual_tape.hpp"

#include <algorithm>

namespace reentry {

Candidate share_of(const Candidate& source, double share) {
    Candidate part = source;
    const auto of = [share](std::int64_t whole) {
        return Bytes::rounded(static_cast<double>(whole) * share).count();
    };
    part.bytes = of(source.bytes);
    part.objects = std::max<std::int64_t>(1, of(source.objects));
    part.log_bytes = 0;
    return part;
}

Shipment shipment_of(Recovery& recovery, std::size_t workload, const Candidate& source,
                     double bytes) {
    auto& world = recovery.world;
    const auto copy = source.copy;
    auto limits = restore_limits(world.what, copy, workload, source.members);
    const auto new_home = recovery.damage.new_home;
    if (new_home != none) {
        // Out of a provider that is left objects go as they lie: no rebuilding slows them.
        limits.device = unlimited;
        return {world.reading(copy), world.into_store(new_home), bytes, limits, Purpose::recovery};
    }
    return {world.reading(copy), world.target_for(workload, recovery.site_of(workload)), bytes,
            limits, Purpose::recovery};
}

sim::Task<void> move_bytes(Recovery& recovery, std::size_t workload, Shipment shipment,
                           Stage what) {
    const auto begin = recovery.world.sim.now();
    Passage passage;
    auto moving = recovery.world.carry(shipment, &passage);
    co_await moving;
    note(recovery, workload, {what, begin, {}, {}, {}, passage.spent(begin, passage.end)});
}

bool comes_as_one(const Recovery& recovery, const Candidate& source) {
    const auto& place = recovery.what().places[source.copy];
    return source.frozen > 0 || place.gateway.has_value();
}

sim::Task<void> fetch(Recovery& recovery, std::size_t workload, Candidate source, Stage what) {
    const auto& place = recovery.what().places[source.copy];
    if (lies_at(recovery.what(), source.copy, recovery.site_of(workload))) co_return;
    if (place.gateway) {
        auto reading = fetch_from_gateway(recovery, workload, source, what);
        co_await reading;
        co_return;
    }
    if (place.kind == Location::Kind::tape) {
        auto recalling = recall_tapes(recovery, workload, source.copy);
        co_await recalling;
        auto reading = bring_from_tape(recovery, workload, source, what);
        co_await reading;
    } else if (source.frozen > 0) {
        auto coming = bring_thawed(recovery, workload, source, what);
        co_await coming;
    } else {
        const auto bytes = static_cast<double>(source.bytes);
        auto coming =
            move_bytes(recovery, workload, shipment_of(recovery, workload, source, bytes), what);
        co_await coming;
    }
    recovery.recorder.downloaded(source.copy, workload, source.objects, source.bytes,
                                 recovery.world.sim.now(),
                                 !in_region_of(recovery, workload, place));
}

}  // namespace reentry
