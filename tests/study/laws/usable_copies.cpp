// Law: no restore uses a copy that did not exist, was expired, lost or infected at that instant.
//
// The rules are written here a second time, from docs/model.md and not from the code: a point can
// be used when its job had ended before the failure, it and all that it needs are not deleted when
// people know, its content is older than the intrusion, and its place survived; a tape for a vault
// is lost with the library's site until it has left.
#include "tests/study/laws/carried.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace laws;
using namespace reentry;

namespace {

const Store* holder_of(const Case& what, std::size_t copy) {
    for (const auto& store : what.scenario->stores)
        if (store.id == what.strategy->copies[copy].to) return &store;
    return nullptr;  // a provider's class
}

// Whether the incident took the place of a copy.
bool is_lost(const Case& what, std::size_t copy, const Damage& damage) {
    const auto& incident = what.scenario->incidents[damage.incident];
    const auto* store = holder_of(what, copy);
    const bool on_a_shelf = store && store->kind == StoreKind::vault;
    const bool immutable =
        what.strategy->copies[copy].locked || on_a_shelf || (store && store->immutable);
    if (incident.kind == IncidentKind::ransomware) return !immutable;
    return incident.kind == IncidentKind::lost_site && store && store->site == incident.site;
}

// Whether tapes of the copy that had not left yet went with their library.
bool lost_before_trip(const Case& what, std::size_t copy, const Damage& damage) {
    const auto& incident = what.scenario->incidents[damage.incident];
    const auto* vault = holder_of(what, copy);
    if (!vault || vault->kind != StoreKind::vault || incident.kind != IncidentKind::lost_site)
        return false;
    for (const auto& store : what.scenario->stores)
        if (store.id == vault->library) return store.site == incident.site;
    return false;
}

// Whether a point and all that it needs can be read by people who know of the failure.
bool is_usable(const Points& points, std::size_t point, const Damage& damage, bool must_be_away) {
    const auto known = damage.failure + damage.detection;
    for (auto at = static_cast<std::int32_t>(point);;) {
        const auto& part = points[static_cast<std::size_t>(at)];
        if (part.available > damage.failure || part.deleted <= known ||
            part.content > damage.clean_until || (must_be_away && part.uploaded > damage.failure))
            return false;
        if (part.whole) return true;
        at = part.base;
    }
}

// Whether the restored content can be had from the copy: from a usable point, or from logs on top
// of one up to an instant at which the data was clean. Of a stream only closed segments were
// copied, so its content lies some way before that of a point.
bool explains(const Case& what, const Points& points, const Damage& damage, std::size_t copy,
              bool stream, sim::Time content) {
    const bool ships = what.strategy->copies[copy].ship_logs > sim::Duration::zero();
    for (std::size_t p = 0; p < points.size(); ++p) {
        if (!is_usable(points, p, damage, lost_before_trip(what, copy, damage))) continue;
        if (points[p].content == content) return true;
        if (stream && content <= points[p].content) return true;
        if (ships && points[p].content < content && content <= damage.clean_until) return true;
    }
    return false;
}

// The newest content that any surviving copy can give.
std::optional<sim::Time> newest(const Case& what, const History& history, const Damage& damage,
                                std::size_t workload) {
    std::optional<sim::Time> best;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto& points = history.points[c][workload];
        if (is_lost(what, c, damage)) continue;
        for (std::size_t p = 0; p < points.size(); ++p)
            if (is_usable(points, p, damage, lost_before_trip(what, c, damage)))
                best = std::max(best.value_or(points[p].content), points[p].content);
    }
    return best;
}

struct Seen {
    std::size_t used = 0, beyond_help = 0, lost = 0, bad = 0;
};

void check_fate(const Case& what, const History& history, const Damage& damage,
                const WorkloadOutcome& fate, Seen& seen) {
    const auto& subject = what.scenario->workloads[fate.workload];
    INFO("workload ", subject.id);
    const auto best = newest(what, history, damage, fate.workload);
    const bool stream = subject.kind == Kind::kafka;
    if (!fate.copy) {
        // Nothing was used: then nothing could be, all that was tried proved bad, or it was built
        // anew.
        const bool built = fate.restored && what.stages[fate.workload].rebuild_units > 0;
        CHECK((!best || fate.bad_points > 0 || built));
        ++seen.beyond_help;
        return;
    }
    ++seen.used;
    seen.bad += fate.bad_points > 0 ? 1 : 0;
    INFO("from copy ", what.strategy->copies[*fate.copy].id);
    CHECK_FALSE(is_lost(what, *fate.copy, damage));
    const auto content = damage.failure - fate.data_loss;
    CHECK(content <= damage.clean_until);
    CHECK(explains(what, history.points[*fate.copy][fate.workload], damage, *fate.copy, stream,
                   content));
    REQUIRE(best);
    // Unless the newest points proved bad, the freshest is taken.
    if (what.strategy->prefer == Preference::freshest && fate.bad_points == 0 && !stream)
        CHECK(content >= *best);
}

}  // namespace

TEST_CASE("law: no restore uses a copy that did not exist, was expired, lost or infected") {
    Seen seen;
    for_each_plan(201, 60, [&](const Estate&, const Case& what) {
        const auto history = operate(what, 1, 0);
        for_each_damage(what, 6, [&](const Damage& damage) {
            Carried carried;
            RecoveryOptions options;
            options.onlooker = carried.onlooker();
            const auto result = struck(what, history, damage, options);
            for (const auto& fate : result.outcome.workloads)
                check_fate(what, history, damage, fate, seen);
            // Backups of the others that go on neither read nor write what is lost.
            for (std::size_t c = 0; c < what.places.size(); ++c) {
                if (!is_lost(what, c, damage) || !holder_of(what, c)) continue;
                ++seen.lost;
                INFO("the place of copy ", what.strategy->copies[c].id, " is lost");
                for (std::size_t other = 0; other < what.places.size(); ++other)
                    if (carried.same_device(c, other) && !is_lost(what, other, damage)) return;
                CHECK(carried.read_of_copy(c) == 0);
                CHECK(carried.written_to_copy(c) == 0);
            }
        });
    });
    // The law was put to the test.
    CHECK(seen.used > 500);
    CHECK(seen.beyond_help > 100);
    CHECK(seen.lost > 100);
    CHECK(seen.bad > 20);
}
