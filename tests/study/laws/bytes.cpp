// Law: bytes are conserved. What leaves one place arrives at another; what lies in a store was
// brought there and stays until it is deleted; what comes back is what was lying there.
#include "tests/study/laws/carried.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace laws;
using namespace reentry;

namespace {

// Equal but for the rounding of many sums.
bool same(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max(a, b) + 1e3; }

// Nodes that keep nothing: what comes goes on.
std::set<std::string> transit_nodes(const Case& what) {
    std::set<std::string> nodes;
    for (const auto& point : what.scenario->exchange_points) nodes.insert(point.id);
    for (const auto& connection : what.scenario->connections)
        nodes.insert("end of " + connection.id);
    return nodes;
}

void check_transit(const Case& what, const Carried& carried) {
    for (const auto& node : transit_nodes(what)) {
        INFO("bytes that come to and go from ", node);
        const double in = carried.reaching(what, node), out = carried.leaving(what, node);
        CAPTURE(in);
        CAPTURE(out);
        CHECK(same(in, out));
    }
}

// Bytes of the points that a copy made; all jobs of it are over.
double brought(const History& history, std::size_t copy) {
    double sum = 0;
    for (const auto& points : history.points[copy])
        for (const auto& point : points) sum += static_cast<double>(point.bytes);
    return sum;
}

bool all_over(const History& history) {
    return std::all_of(history.jobs.begin(), history.jobs.end(),
                       [](const JobCounts& j) { return j.started == j.finished; });
}

// Every device was written what the points of its copies hold, and read what was copied from it.
void check_devices(const Case& what, const History& history, const Carried& carried) {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (!carried.measured(c) || what.places[c].kind == Location::Kind::tier) continue;
        double written = 0, read = 0;
        for (std::size_t other = 0; other < what.places.size(); ++other) {
            if (carried.same_device(c, other)) written += brought(history, other);
            if (what.from[other] != none && carried.same_device(c, what.from[other]))
                read += brought(history, other);
        }
        INFO("the device of copy ", what.strategy->copies[c].id);
        CHECK(same(carried.written_to_copy(c), written));
        CHECK(same(carried.read_of_copy(c), read));
    }
}

// Production was read the unreduced bytes of all that was copied from it.
void check_production(const Case& what, const History& history, const Carried& carried) {
    const auto& scenario = *what.scenario;
    std::vector<double> read(scenario.sites.size());
    for (std::size_t c = 0; c < what.places.size(); ++c)
        for (std::size_t w = 0; w < scenario.workloads.size() && what.from[c] == none; ++w)
            for (std::size_t s = 0; s < scenario.sites.size(); ++s)
                if (scenario.workloads[w].site == scenario.sites[s].id)
                    for (const auto& point : history.points[c][w])
                        read[s] +=
                            static_cast<double>(point.bytes) * scenario.workloads[w].reduction;
    for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
        INFO("production storage at ", scenario.sites[s].id);
        CHECK(same(carried.read_at_site(s), read[s]));
    }
}

// Provider regions were sent what the points of their copies hold.
void check_regions(const Case& what, const History& history, const Carried& carried) {
    std::map<std::string, double> brought_to;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (what.places[c].kind != Location::Kind::tier) continue;
        const auto from = what.from[c];
        const bool inside = from != none && what.places[from].node == what.places[c].node;
        brought_to[what.places[c].node] += inside ? 0 : brought(history, c);
    }
    for (const auto& [node, bytes] : brought_to) {
        INFO("region ", node);
        CHECK(same(carried.reaching(what, node), bytes));
    }
}

// What the ledger says of one copy of one workload.
struct Booked {
    double received = 0;  // by a provider
    double stored = 0;    // each byte once
    std::vector<Stored> lying;
};

std::map<std::pair<std::string, std::string>, Booked> booked(const Case& what,
                                                             const History& history) {
    std::map<std::pair<std::string, std::string>, Booked> result;
    const auto& ledger = history.ledger;
    std::set<std::string> places;
    for (const auto& place : what.places) places.insert(place.resource);
    const auto entry = [&](const Cause& cause) -> Booked& {
        return result[{ledger.name(cause.copy), ledger.name(cause.workload)}];
    };
    for (const auto& counted : ledger.counted())
        if (counted.meter == Meter::received_bytes)
            entry(counted.cause).received += static_cast<double>(counted.quantity);
    for (const auto& stored : ledger.stored()) {
        if (stored.option != 0) continue;
        for (std::size_t c = 0; c < what.places.size(); ++c)
            if (what.strategy->copies[c].id == ledger.name(stored.cause.copy) &&
                what.places[c].resource == ledger.name(stored.resource)) {
                entry(stored.cause).stored += static_cast<double>(stored.bytes);
                entry(stored.cause).lying.push_back(stored);
            }
    }
    return result;
}

double lying_at(const Booked& booked, sim::Time t) {
    double sum = 0;
    for (const auto& batch : booked.lying)
        if (batch.from <= t && t < batch.to) sum += static_cast<double>(batch.bytes);
    return sum;
}

// As long as a point can be restored, at least what it is made of lies in the store.
void check_restorable(const Points& points, const Booked& booked, sim::Time end) {
    for (std::size_t p = 0; p < points.size(); ++p) {
        const auto last = std::min(points[p].deleted, end) - sim::Duration{1};
        if (last < points[p].available) continue;
        double needed = 0;
        for (const auto part : chain_of(points, p))
            needed += static_cast<double>(points[part].read_bytes);
        CAPTURE(p);
        // Synthetic points are rounded to bytes one by one.
        const double slack = static_cast<double>(points.size()) + 1;
        CHECK(lying_at(booked, points[p].available) + slack >= needed);
        CHECK(lying_at(booked, last) + slack >= needed);
    }
}

void check_ledger(const Case& what, const History& history) {
    auto entries = booked(what, history);
    for (std::size_t c = 0; c < what.places.size(); ++c)
        for (const auto w : what.covers[c]) {
            const auto& copy = what.strategy->copies[c];
            const auto& workload = what.scenario->workloads[w];
            INFO("copy ", copy.id, " of ", workload.id);
            const auto& entry = entries[{copy.id, workload.id}];
            // A point whose retention ends before its job does never lies there.
            double bytes = 0, at_least = 0;
            for (const auto& point : history.points[c][w]) {
                bytes += static_cast<double>(point.bytes);
                if (std::min(point.deleted, history.end) > point.available)
                    at_least += static_cast<double>(point.bytes);
            }
            const bool logs = copy.ship_logs > sim::Duration::zero() && workload.logs > Rate{0};
            const bool cloud = what.places[c].kind == Location::Kind::tier;
            CHECK(entry.stored >= at_least);
            if (!logs) CHECK(entry.stored <= bytes);
            if (cloud) CHECK(entry.received >= bytes);
            if (cloud && !logs) CHECK(entry.received == bytes);
            check_restorable(history.points[c][w], entry, history.end);
        }
}

}  // namespace

TEST_CASE("law: in normal operation every byte that leaves one place arrives at another") {
    std::size_t quiet_ends = 0;
    for_each_plan(1, 40, [&](const Estate&, const Case& what) {
        Carried carried;
        const auto history = operate(what, 1, 0, carried.onlooker());
        check_transit(what, carried);
        check_ledger(what, history);
        if (!all_over(history)) return;
        ++quiet_ends;
        check_devices(what, history, carried);
        check_production(what, history, carried);
        check_regions(what, history, carried);
    });
    CHECK(quiet_ends > 20);
}

namespace {

// Bytes that reach production storage at each site: what came back at least; what was read at most,
// unless some of it proved bad and was read in vain.
struct Written {
    explicit Written(std::size_t sites) : least(sites), most(sites) {}
    std::vector<double> least, most;
    bool in_vain = false;
};

Written written(const Case& what, const Damage& damage, const IncidentOutcome& outcome) {
    const auto& scenario = *what.scenario;
    Written result(scenario.sites.size());
    for (const auto& fate : outcome.workloads) {
        result.in_vain = result.in_vain || fate.bad_points > 0;
        if (!fate.copy) continue;
        const auto& subject = scenario.workloads[fate.workload];
        for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
            const bool here = damage.recover_at == none ? scenario.sites[s].id == subject.site
                                                        : damage.recover_at == s;
            if (!here) continue;
            result.most[s] += static_cast<double>(fate.bytes_restored);
            if (fate.recovered) result.least[s] += static_cast<double>(fate.bytes_restored);
        }
    }
    return result;
}

// What the provider bills as sent left its region. Backups of other workloads that copy out of the
// region are billed with the operation.
void check_sent(const Case& what, const Carried& carried, const Ledger& usage) {
    double sent = 0, left = 0;
    for (const auto& entry : usage.counted())
        if (entry.meter == Meter::sent_bytes) sent += static_cast<double>(entry.quantity);
    std::set<std::string> regions;
    bool copied_out = false;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (what.places[c].kind == Location::Kind::tier) regions.insert(what.places[c].node);
        copied_out = copied_out || (what.from[c] != none &&
                                    what.places[what.from[c]].kind == Location::Kind::tier);
    }
    for (const auto& region : regions) left += carried.leaving(what, region);
    CHECK((sent <= left || same(sent, left)));
    if (!copied_out) CHECK(same(sent, left));
}

}  // namespace

TEST_CASE("law: a recovery writes the bytes that it took, and the provider sends what is billed") {
    double restored = 0;
    for_each_plan(101, 60, [&](const Estate&, const Case& what) {
        const auto history = operate(what, 1, 0);
        for_each_damage(what, 3, [&](const Damage& damage) {
            Carried carried;
            RecoveryOptions options;
            options.onlooker = carried.onlooker();
            const auto result = struck(what, history, damage, options);
            check_transit(what, carried);
            const auto wanted = written(what, damage, result.outcome);
            for (std::size_t s = 0; s < wanted.least.size(); ++s) {
                INFO("written to production storage at ", what.scenario->sites[s].id);
                const double is = carried.written_at_site(s);
                CHECK((is >= wanted.least[s] || same(is, wanted.least[s])));
                if (!wanted.in_vain) CHECK((is <= wanted.most[s] || same(is, wanted.most[s])));
                restored += is;
            }
            check_sent(what, carried, result.usage);
        });
    });
    CHECK(restored > 0);
}
