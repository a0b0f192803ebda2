#include "models/recovery/runbook.hpp"

#include "models/operation/job_limits.hpp"
#include "models/protection/job_size.hpp"
#include "models/recovery/fetch.hpp"
#include "models/scenario/draw.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace reentry {
namespace {

// Notes a stage of a workload while it lasts; a stage without length leaves no trace.
class Noted {
 public:
    Noted(Recovery& recovery, std::size_t workload, Stage stage, std::string waited_for = {})
        : recovery_(recovery),
          workload_(workload),
          span_{stage, recovery.world.sim.now(), {}, std::move(waited_for)} {}
    ~Noted() {
        span_.end = recovery_.world.sim.now();
        if (recovery_.options.spans && span_.end > span_.begin)
            recovery_.by_workload[workload_]->spans.push_back(std::move(span_));
    }
    Noted(const Noted&) = delete;
    Noted& operator=(const Noted&) = delete;

 private:
    Recovery& recovery_;
    std::size_t workload_;
    StageSpan span_;
};

sim::Task<void> stage(Recovery& recovery, std::size_t workload, Stage which, sim::Duration length) {
    const Noted noted(recovery, workload, which);
    co_await recovery.world.sim.delay(length);
}

// The call to the people, outside their working hours.
sim::Duration mobilisation(Recovery& recovery, const Crew& crew) {
    const auto now = recovery.world.sim.now();
    const auto day = std::chrono::floor<std::chrono::days>(now.time_since_epoch());
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{day}};
    const auto hour = std::chrono::floor<std::chrono::hours>(now.time_since_epoch() - day).count();
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    if ((crew.weekends || !weekend) && hour >= crew.work_from && hour < crew.work_to)
        return sim::Duration::zero();
    auto random = recovery.world.key.stream("mobilise");
    return sample(crew.on_call, random);
}

bool is_copied(const Case& what, std::size_t workload) {
    return std::any_of(what.covers.begin(), what.covers.end(), [workload](const auto& covered) {
        return std::binary_search(covered.begin(), covered.end(), workload);
    });
}

// Infrastructure as code is built anew whatever copies there are, which hold its state only. What
// else states servers to build is built where the strategy copies it nowhere.
bool is_rebuilt(const Recovery& recovery, std::size_t workload) {
    const auto& subject = recovery.subject(workload);
    return subject.stages.rebuild_units > 0 &&
           (subject.kind == Kind::infrastructure_as_code || !is_copied(recovery.what(), workload));
}

// The servers that are lost are built from code, so many at a time.
sim::Duration rebuilding(const Recovery& recovery, std::size_t workload, sim::Stream& random) {
    const auto& stages = recovery.subject(workload).stages;
    const auto each = sample(stages.rebuild, random);
    if (!is_rebuilt(recovery, workload)) return sim::Duration::zero();
    const auto lost = static_cast<std::int64_t>(
        std::ceil(static_cast<double>(stages.rebuild_units) * recovery.damage.share));
    return each * ((lost + stages.rebuild_slots - 1) / stages.rebuild_slots);
}

sim::Duration at_speed(double bytes, Rate speed) {
    return speed > Rate{0} ? sim::from_seconds(bytes / speed.bytes_per_second())
                           : sim::Duration::zero();
}

// Until people know, have decided, are there, and have something to restore to.
sim::Task<void> get_ready(Recovery& recovery, std::size_t workload) {
    const auto& damage = recovery.damage;
    auto detecting = stage(recovery, workload, Stage::detect, damage.detection);
    co_await detecting;
    auto deciding = stage(recovery, workload, Stage::decide, damage.decision);
    co_await deciding;
    const auto ordered = recovery.world.sim.now();
    const auto& crew = recovery.what().scenario->sites[recovery.site_of(workload)].crew;
    auto calling = stage(recovery, workload, Stage::mobilise, mobilisation(recovery, crew));
    co_await calling;
    const auto there = std::max(ordered + damage.target, recovery.world.sim.now());
    auto waiting = stage(recovery, workload, Stage::target, there - recovery.world.sim.now());
    co_await waiting;
}

// Waits until all that it depends on serves; false if something never will.
sim::Task<bool> dependencies_serve(Recovery& recovery, std::size_t workload) {
    bool all = true;
    for (const auto need : recovery.what().dependencies.needs[workload]) {
        const Noted noted(recovery, workload, Stage::dependencies, recovery.subject(need).id);
        co_await recovery.served[need];
        const auto* fate = recovery.by_workload[need];
        if (fate && !fate->recovered) all = false;
    }
    co_return all;
}

// What follows the bytes: replay, scan.
sim::Task<void> finish_data(Recovery& recovery, std::size_t workload, const Candidate& source) {
    const auto& stages = recovery.subject(workload).stages;
    auto replaying =
        stage(recovery, workload, Stage::replay, at_speed(source.log_bytes, stages.replay));
    co_await replaying;
    if (!recovery.damage.mutable_copies_die) co_return;
    const double bytes = static_cast<double>(source.bytes) * recovery.subject(workload).reduction;
    auto scanning = stage(recovery, workload, Stage::scan, at_speed(bytes, stages.scan));
    co_await scanning;
}

void note_loss(Recovery& recovery, std::size_t workload, const Candidate& source) {
    auto& fate = *recovery.by_workload[workload];
    const auto failure = recovery.damage.failure;
    const auto& product = recovery.what().places[source.copy].integration;
    const auto& subject = recovery.subject(workload);
    fate.copy = source.copy;
    fate.data_loss = failure - source.content;
    fate.bytes_restored = source.bytes;
    fate.bytes_lost = change_size(subject, product, failure - recovery.history.begin,
                                  fate.data_loss, mean_of(subject.change))
                          .logical;
}

// The data of one workload: choose a copy, fetch it, make it usable. False when no copy can bring
// it back.
sim::Task<bool> restore_data(Recovery& recovery, std::size_t workload) {
    if (!is_copied(recovery.what(), workload)) co_return is_rebuilt(recovery, workload);
    const auto source = choose(recovery, workload);
    if (!source) co_return false;
    note_loss(recovery, workload, *source);
    auto fetching = fetch(recovery, workload, *source);
    co_await fetching;
    auto finishing = finish_data(recovery, workload, *source);
    co_await finishing;
    co_return true;
}

// With people at hand: a target, the data, servers built anew.
sim::Task<bool> restore(Recovery& recovery, std::size_t workload, sim::Stream& random) {
    const auto& subject = recovery.subject(workload);
    const auto begin = recovery.world.sim.now();
    const auto crew = co_await recovery.world.crew(recovery.site_of(workload))
                          .acquire(1, static_cast<int>(subject.priority));
    if (recovery.options.spans && recovery.world.sim.now() > begin)
        recovery.by_workload[workload]->spans.push_back(
            {Stage::mobilise, begin, recovery.world.sim.now(), "crew"});
    auto preparing =
        stage(recovery, workload, Stage::prepare, sample(subject.stages.prepare, random));
    co_await preparing;
    auto building =
        stage(recovery, workload, Stage::rebuild, rebuilding(recovery, workload, random));
    co_await building;
    auto restoring = restore_data(recovery, workload);
    const bool back = co_await restoring;
    co_return back;
}

}  // namespace

std::size_t Recovery::site_of(std::size_t w) const {
    return damage.recover_at == none ? world.site_index(subject(w).site) : damage.recover_at;
}

sim::Task<void> bring_back(Recovery& recovery, std::size_t workload) {
    const auto& subject = recovery.subject(workload);
    auto& fate = *recovery.by_workload[workload];
    auto random = recovery.world.key.stream(subject.id);
    auto readying = get_ready(recovery, workload);
    co_await readying;
    auto restoring = restore(recovery, workload, random);
    const bool restored = co_await restoring;
    auto waiting = dependencies_serve(recovery, workload);
    const bool served = co_await waiting;
    auto starting = stage(recovery, workload, Stage::start, sample(subject.stages.start, random));
    co_await starting;
    auto checking = stage(recovery, workload, Stage::verify, sample(subject.stages.verify, random));
    co_await checking;
    fate.restored = restored;
    fate.recovered = restored && served;
    fate.back = recovery.world.sim.now();
    --recovery.open;
    recovery.served[workload].trigger();
}

sim::Task<void> go_on_backing_up(World& world, const Points& points, std::size_t copy,
                                 std::size_t workload) {
    const auto now = world.sim.now();
    auto next =
        std::upper_bound(points.begin(), points.end(), now,
                         [](sim::Time t, const RecoveryPoint& p) { return t < p.available; });
    const auto from = world.what.from[copy];
    for (; next != points.end(); ++next) {
        const auto begin = std::max(world.sim.now(), next->started);
        co_await world.sim.until(begin);
        double left = 1;
        if (next->started < now)
            left = sim::to_seconds(next->available - now) /
                   sim::to_seconds(next->available - next->started);
        Shipment shipment{from == none ? world.source_of(workload) : world.reading(from),
                          world.writing(copy), left * static_cast<double>(next->bytes),
                          backup_limits(world.what, copy, workload), Purpose::backup};
        if (world.what.places[copy].kind == Location::Kind::tape) {
            const auto drive = co_await world.drives(world.what.places[copy].store).acquire(1, 9);
            auto moving = world.carry(shipment);
            co_await moving;
        } else {
            auto moving = world.carry(shipment);
            co_await moving;
        }
    }
}

}  // namespace reentry
