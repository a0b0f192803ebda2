#include "models/recovery/kinds/logs.hpp"

#include "models/recovery/fetch.hpp"
#include "models/recovery/rented_site.hpp"
#include "models/recovery/stages.hpp"

#include <algorithm>
#include <cmath>

namespace reentry::kinds {
namespace {

constexpr double segment_bytes = 16e6;  // of PostgreSQL, and what shipping cuts other logs into

// What the threads of its members replay together, unreduced [bytes per second].
double replay_speed(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    return recovery.stages(workload).replay.bytes_per_second() *
           static_cast<double>(source.members);
}

Shipment shipment_of_logs(Recovery& recovery, std::size_t workload, const Candidate& logs) {
    const auto& subject = recovery.subject(workload);
    auto shipment = shipment_of(recovery, workload, logs, static_cast<double>(logs.bytes));
    const double most = recovery.stages(workload).log_fetch.bytes_per_second() *
                        static_cast<double>(logs.members) / subject.reduction;
    if (most > 0 && most < shipment.limits.device) {
        shipment.limits.device = most;
        shipment.limits.device_name = "log fetch";
    }
    return shipment;
}

// The thread ends, or has ended already: what it waited for and what it did itself.
sim::Task<void> end_replay(Recovery& recovery, std::size_t workload, const Passage& passage,
                           sim::Time begin, Replayed replayed) {
    co_await recovery.world.sim.until(begin + replayed.took);
    auto& spans = recovery.by_workload[workload]->spans;
    const auto fed = begin + replayed.starved, end = begin + replayed.took;
    if (fed > begin)
        spans.push_back({Stage::replay, begin, fed, "log fetch", {}, passage.spent(begin, fed)});
    if (end > fed) spans.push_back({Stage::replay, fed, end, {}, {}, {}});
}

sim::Task<void> stream_logs(Recovery& recovery, std::size_t workload, Candidate logs) {
    const auto begin = recovery.world.sim.now();
    Passage passage;
    auto moving = recovery.world.carry(shipment_of_logs(recovery, workload, logs), &passage);
    co_await moving;
    note(recovery, workload, {Stage::logs, begin, {}, {}, {}, passage.spent(begin, passage.end)});
    recovery.recorder.downloaded(
        logs.copy, workload, logs.objects, logs.bytes, passage.end,
        !in_region_of(recovery, workload, recovery.what().places[logs.copy]));
    const double speed =
        replay_speed(recovery, workload, logs) / recovery.subject(workload).reduction;
    if (speed <= 0) co_return;
    const auto replayed = replayed_beside(passage, static_cast<double>(logs.bytes), speed);
    auto ending = end_replay(recovery, workload, passage, begin, replayed);
    co_await ending;
}

sim::Task<void> replay_all(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const double speed = replay_speed(recovery, workload, source);
    if (speed <= 0) co_return;
    auto replaying =
        stage(recovery, workload, Stage::replay, sim::from_seconds(source.log_bytes / speed));
    co_await replaying;
}

}  // namespace

Candidate logs_of(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    Candidate logs = source;
    const double stored = source.log_bytes / recovery.subject(workload).reduction;
    logs.bytes = Bytes::rounded(stored).count();
    logs.objects = static_cast<std::int64_t>(std::ceil(stored / segment_bytes));
    logs.parts = {source.point};
    return logs;
}

Candidate base_of(const Recovery& recovery, std::size_t workload, const Candidate& source) {
    Candidate base = source;
    base.bytes -= logs_of(recovery, workload, source).bytes;
    base.log_bytes = 0;
    return base;
}

Replayed replayed_beside(const Passage& passage, double bytes, double speed) {
    const auto begin = passage.steps.front().since;
    Replayed result{passage.end - begin, passage.end - begin};
    for (auto step = passage.steps.rbegin(); step != passage.steps.rend(); ++step) {
        const auto rest = sim::from_seconds(std::max(0.0, bytes - step->moved) / speed);
        const auto took = step->since - begin + rest;
        if (took >= result.took) result = {took, step->since - begin};
    }
    return result;
}

sim::Task<void> fetch_and_replay(Recovery& recovery, std::size_t workload,
                                 const Candidate& source) {
    const auto& place = recovery.what().places[source.copy];
    if (comes_as_one(recovery, source) || place.kind == Location::Kind::tape ||
        source.log_bytes <= 0) {
        auto fetching = fetch(recovery, workload, source);
        co_await fetching;
        auto replaying = replay_all(recovery, workload, source);
        co_await replaying;
        co_return;
    }
    auto fetching = fetch(recovery, workload, base_of(recovery, workload, source));
    co_await fetching;
    auto streaming = stream_logs(recovery, workload, logs_of(recovery, workload, source));
    co_await streaming;
}

}  // namespace reentry::kinds
