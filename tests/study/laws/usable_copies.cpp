// Law: no restore uses a copy that did not exist, was expired, lost or infected at that instant.
//
// The rules are written here a second time, from docs/model.md and not from the code: a point can
// be used when its job had ended before the failure, it and all that it needs are not deleted when
// people know, its content is older than the intrusion, and its place survived. A replica can be
// used as far as it had come when neither a deletion nor an intruder reached it; what waits to
// leave a site that is lost, for its upload or the trip to a vault, goes with it.
#include "tests/study/laws/carried.hpp"
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"
#include "tests/study/laws/strikes.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace laws;
using namespace reentry;

namespace {

bool reads_data(Stage stage) {
    switch (stage) {
        case Stage::courier:
        case Stage::thaw:
        case Stage::mount:
        case Stage::etcd:
        case Stage::transfer:
        case Stage::differences:
        case Stage::logs:
        case Stage::replay:
        case Stage::scan:
        case Stage::rest:
            return true;
        default:
            return false;
    }
}

// What had struck when the last of the data was read, or when there was nothing to read.
Strikes judging(const Strikes& all, const WorkloadOutcome& fate) {
    if (!fate.copy) return all.before(fate.serves + sim::Duration{1});
    auto until = all.last_at(fate.workload).failure + sim::Duration{1};
    for (const auto& span : fate.spans)
        if (reads_data(span.stage)) until = std::max(until, span.end);
    return all.before(until);
}

// One workload and what struck it.
struct Trial {
    const Case& what;
    const History& history;
    const Strikes& struck;
    std::size_t workload;

    const Points& points(std::size_t copy) const { return history.points[copy][workload]; }
    const Workload& subject() const { return what.scenario->workloads[workload]; }
    sim::Time known() const {
        const auto& first = struck.all().front();
        return first.failure + first.detection;
    }
    // The earliest at which anybody may have chosen.
    sim::Time chosen() const {
        const auto& last = struck.last_at(workload);
        return std::min(known(), last.failure + last.detection);
    }
    bool replica(std::size_t copy) const {
        return what.strategy->copies[copy].method == Method::replication;
    }
};

// Where something waits to leave: for its upload, or for the trip to the vault.
const Store* waiting_room(const Trial& trial, std::size_t copy) {
    const auto& place = trial.what.places[copy];
    const auto& stores = trial.what.scenario->stores;
    if (place.gateway) return &stores[place.gateway->store];
    return place.vault == none ? nullptr : &stores[place.store];
}

bool had_left(const Trial& trial, std::size_t copy, const RecoveryPoint& part, sim::Time burnt) {
    const auto* room = waiting_room(trial, copy);
    return !room || !trial.struck.took_site(room->site) || part.uploaded <= burnt;
}

// Whether a point and all that it needs can be read by people who choose at `now`.
bool is_usable(const Trial& trial, std::size_t copy, std::size_t point, sim::Time now,
               sim::Time burnt) {
    const auto& points = trial.points(copy);
    for (auto at = static_cast<std::int32_t>(point);;) {
        const auto& part = points[static_cast<std::size_t>(at)];
        if (part.available > trial.struck.worked_until(trial.workload) || part.deleted <= now ||
            part.content > trial.struck.clean_until(trial.workload) ||
            !had_left(trial, copy, part, burnt))
            return false;
        if (part.whole) return true;
        at = part.base;
    }
}

// The state that a replica had at least: that of its last complete stretch.
std::optional<sim::Time> mirrored(const Trial& trial, std::size_t copy) {
    const auto until = trial.struck.worked_until(trial.workload);
    if (trial.struck.hit_by(trial.workload, IncidentKind::deleted_data) ||
        trial.struck.hit_by(trial.workload, IncidentKind::ransomware) ||
        trial.struck.clean_until(trial.workload) < until)
        return std::nullopt;
    std::optional<sim::Time> last;
    for (const auto& point : trial.points(copy))
        if (point.available <= until) last = point.content;
    return last;
}

// Whether the restored content can be had from the copy: from a usable point, or from logs on top
// of one up to an instant at which the data was clean. Of a stream only closed segments were
// copied, so its content lies some way before that of a point.
bool explains(const Trial& trial, std::size_t copy, sim::Time content) {
    if (trial.replica(copy)) {
        const auto least = mirrored(trial, copy);
        return least && content >= *least && content <= trial.struck.worked_until(trial.workload);
    }
    const bool ships = trial.what.strategy->copies[copy].ship_logs > sim::Duration::zero();
    const bool stream = trial.subject().kind == Kind::kafka;
    const auto& points = trial.points(copy);
    const auto burnt = trial.struck.all().back().failure;
    for (std::size_t p = 0; p < points.size(); ++p) {
        if (!is_usable(trial, copy, p, trial.chosen(), burnt)) continue;
        if (points[p].content == content) return true;
        if (stream && content <= points[p].content) return true;
        if (ships && points[p].content < content &&
            content <= trial.struck.clean_until(trial.workload))
            return true;
    }
    return false;
}

// The newest content that any surviving copy can give.
std::optional<sim::Time> newest(const Trial& trial) {
    std::optional<sim::Time> best;
    const auto burnt = trial.struck.all().front().failure;
    for (std::size_t c = 0; c < trial.what.places.size(); ++c) {
        if (trial.struck.took(c)) continue;
        const auto& points = trial.points(c);
        if (trial.replica(c)) {
            if (const auto state = mirrored(trial, c))
                best = std::max(best.value_or(*state), *state);
            continue;
        }
        for (std::size_t p = 0; p < points.size(); ++p)
            if (is_usable(trial, c, p, trial.known(), burnt))
                best = std::max(best.value_or(points[p].content), points[p].content);
    }
    return best;
}

struct Seen {
    std::size_t used = 0, beyond_help = 0, lost = 0, bad = 0, overlaps = 0, drills = 0,
                replicas = 0, promoted = 0, snapshots = 0, virtual_tapes = 0;

    void count(const Case& what, const Strikes& struck, const WorkloadOutcome& fate) {
        ++used;
        const auto method = what.strategy->copies[*fate.copy].method;
        bad += fate.bad_points > 0 ? 1 : 0;
        overlaps += struck.overlap() ? 1 : 0;
        drills += struck.planned() ? 1 : 0;
        replicas += method == Method::replication ? 1 : 0;
        promoted += std::any_of(fate.spans.begin(), fate.spans.end(),
                                [](const StageSpan& span) { return span.stage == Stage::promote; });
        snapshots += method == Method::snapshot ? 1 : 0;
        virtual_tapes += what.places[*fate.copy].gateway ? 1 : 0;
    }
};

void check_fate(const Case& what, const History& history, const Strikes& all,
                const WorkloadOutcome& fate, Seen& seen) {
    if (!all.is_hit(fate.workload)) return;  // only cut off from what it needs
    const auto struck = judging(all, fate);
    const Trial trial{what, history, struck, fate.workload};
    INFO("workload ", trial.subject().id);
    const auto best = newest(trial);
    if (!fate.copy) {
        // Nothing was used: then nothing could be, all that was tried proved bad, or it was built
        // anew.
        const bool built = fate.restored && what.stages[fate.workload].rebuild_units > 0;
        CHECK((!best || fate.bad_points > 0 || built));
        ++seen.beyond_help;
        return;
    }
    seen.count(what, all, fate);
    INFO("from copy ", what.strategy->copies[*fate.copy].id);
    CHECK_FALSE(struck.took(*fate.copy));
    CHECK(fate.data_loss == struck.worked_until(fate.workload) - fate.content);
    CHECK(fate.content <= struck.clean_until(fate.workload));
    CHECK(explains(trial, *fate.copy, fate.content));
    // Unless the newest points proved bad, or are out of reach, the freshest is taken.
    const bool free = fate.bad_points == 0 && !all.overlap() && !all.closes_ways() &&
                      trial.subject().kind != Kind::kafka;
    if (what.strategy->prefer == Preference::freshest && free) {
        REQUIRE(best);
        CHECK(fate.content >= *best);
    }
}

// Backups of the others that go on neither read nor write what is lost.
void check_lost(const Case& what, const Strikes& struck, const Carried& carried, Seen& seen) {
    const auto first = struck.before(struck.all().front().failure);
    const auto& stores = what.scenario->stores;
    for (std::size_t c = 0; c < what.places.size() && !struck.planned(); ++c) {
        const auto& place = what.places[c];
        const bool alone = place.kind == Location::Kind::disk || place.kind == Location::Kind::tape;
        if (!alone || !first.took(c)) continue;
        ++seen.lost;
        INFO("the place of copy ", what.strategy->copies[c].id,
             " is lost: ", stores[place.store].id);
        for (std::size_t other = 0; other < what.places.size(); ++other)
            if (carried.same_device(c, other) && !first.took(other)) return;
        CHECK(carried.read_of_copy(c) == 0);
        CHECK(carried.written_to_copy(c) == 0);
    }
}

void try_all(const Case& what, Seen& seen) {
    const auto history = operate(what, 1, 0);
    for_each_damage(what, 6, [&](const Damage& damage) {
        Carried carried;
        RecoveryOptions options;
        options.spans = true;
        options.onlooker = carried.onlooker();
        const auto result = struck(what, history, damage, options);
        if (damage.state == State::exit) return;
        const Strikes all(what, damage, result.outcome);
        if (all.hit_travellers(result.outcome)) return;
        for (const auto& fate : result.outcome.workloads)
            check_fate(what, history, all, fate, seen);
        check_lost(what, all, carried, seen);
    });
}

}  // namespace

TEST_CASE("law: no restore uses a copy that did not exist, was expired, lost or infected") {
    Seen seen;
    const CheckPlan check = [&](const Estate&, const Case& what) { try_all(what, seen); };
    for_each_plan(201, 40, check);
    for_each_plan(first_wide_seed + 201, 60, check);
    // The law was put to the test.
    CHECK(seen.used > 500);
    CHECK(seen.beyond_help > 100);
    CHECK(seen.lost > 100);
    CHECK(seen.bad > 20);
    CHECK(seen.overlaps > 100);
    CHECK(seen.drills > 100);
    CHECK(seen.replicas > 50);
    CHECK(seen.promoted > 10);
    CHECK(seen.snapshots > 50);
    CHECK(seen.virtual_tapes > 50);
}
