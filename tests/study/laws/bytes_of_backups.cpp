// Law: bytes are conserved. What leaves one place arrives at another; what lies in a store was
// brought there and stays until it is deleted.
#include "tests/study/laws/conserved.hpp"
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace laws;
using namespace reentry;

namespace {

// What became of the points of a copy.
struct Made {
    double all = 0;        // bytes of the points
    double travelled = 0;  // of those, what left the place that was read: no store made them
    double arrived = 0;    // of those, over the network: no courier brought them
};

bool made_by_store(const Points& points, std::size_t p) {
    return p > 0 && points[p].content == points[p - 1].content;
}

Made made(const Case& what, const History& history, std::size_t copy) {
    Made sum;
    const auto& place = what.places[copy];
    for (const auto& points : history.points[copy])
        for (std::size_t p = 0; p < points.size(); ++p) {
            const auto bytes = static_cast<double>(points[p].bytes);
            const bool up = !place.gateway || points[p].uploaded < history.end;
            sum.all += bytes;
            if (made_by_store(points, p)) continue;
            sum.travelled += bytes;
            if (up && !(p == 0 && place.device)) sum.arrived += bytes;
        }
    return sum;
}

// Whether nothing was under way when the horizon ended. Replicas follow for ever, so something
// always is.
bool all_over(const Case& what, const History& history) {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (what.strategy->copies[c].method == Method::replication) return false;
        if (history.jobs[c].started != history.jobs[c].finished) return false;
        for (const auto w : what.covers[c]) {
            const auto& points = history.points[c][w];
            if (what.places[c].device && points.empty()) return false;
            for (const auto& point : points)
                if (what.places[c].gateway && point.uploaded >= history.end) return false;
        }
    }
    return true;
}

// What moved is what there is now, and while something was under way at least that.
void check_moved(double moved, double there, bool over) {
    CHECK((moved >= there || same(moved, there)));
    if (over) CHECK(same(moved, there));
}

// Every device was written what the points of its copies hold, and read what was copied from it. A
// store that makes a full reads its chain and writes the full.
void check_devices(const Case& what, const History& history, const Carried& carried, bool over) {
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        const auto kind = what.places[c].kind;
        if (!carried.measured(c) || kind == Location::Kind::tier || kind == Location::Kind::array)
            continue;
        double written = 0, read = 0;
        for (std::size_t other = 0; other < what.places.size(); ++other) {
            const auto of_other = made(what, history, other);
            if (carried.same_device(c, other)) {
                written += of_other.all;
                read += of_other.all - of_other.travelled;
            }
            if (what.from[other] != none && carried.same_device(c, what.from[other]))
                read += of_other.travelled;
        }
        INFO("the device of copy ", what.strategy->copies[c].id);
        check_moved(carried.written_to_copy(c), written, over);
        check_moved(carried.read_of_copy(c), read, over);
    }
}

// Production was read the unreduced bytes of all that was copied from it; snapshots copy nothing.
void check_production(const Case& what, const History& history, const Carried& carried, bool over) {
    const auto& scenario = *what.scenario;
    std::vector<double> read(scenario.sites.size());
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (what.strategy->copies[c].method == Method::snapshot) continue;
        for (std::size_t w = 0; w < scenario.workloads.size() && what.from[c] == none; ++w)
            for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
                const auto& points = history.points[c][w];
                for (std::size_t p = 0; p < points.size(); ++p)
                    if (scenario.workloads[w].site == scenario.sites[s].id &&
                        !made_by_store(points, p))
                        read[s] +=
                            static_cast<double>(points[p].bytes) * scenario.workloads[w].reduction;
            }
    }
    for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
        INFO("production storage at ", scenario.sites[s].id);
        check_moved(carried.read_at_site(s), read[s], over);
    }
}

// Provider regions were sent what the points of their copies hold.
void check_regions(const Case& what, const History& history, const Carried& carried, bool over) {
    std::map<std::string, double> brought_to;
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (what.places[c].kind != Location::Kind::tier) continue;
        const auto from = what.from[c];
        // By a gateway they leave it and come again.
        const bool inside = from != none && what.places[from].node == what.places[c].node &&
                            !what.places[c].gateway;
        brought_to[what.places[c].node] += inside ? 0 : made(what, history, c).arrived;
    }
    for (const auto& [node, bytes] : brought_to) {
        INFO("region ", node);
        check_moved(carried.reaching(what, node), bytes, over);
    }
}

// What the ledger says of one copy of one workload.
struct Booked {
    double received = 0;        // by a provider
    double stored = 0;          // each byte once: where it arrived
    std::vector<Stored> lying;  // wherever it was moved
};

std::map<std::pair<std::string, std::string>, Booked> booked(const Case& what,
                                                             const History& history) {
    std::map<std::pair<std::string, std::string>, Booked> result;
    const auto& ledger = history.ledger;
    const auto entry = [&](const Cause& cause) -> Booked& {
        return result[{ledger.name(cause.copy), ledger.name(cause.workload)}];
    };
    for (const auto& counted : ledger.counted())
        if (counted.meter == Meter::received_bytes)
            entry(counted.cause).received += static_cast<double>(counted.quantity);
    for (const auto& stored : ledger.stored()) {
        if (stored.option != 0) continue;
        for (std::size_t c = 0; c < what.places.size(); ++c) {
            if (what.strategy->copies[c].id != ledger.name(stored.cause.copy)) continue;
            const auto& place = what.places[c];
            const auto& resource = ledger.name(stored.resource);
            const bool first = resource == place.resource;
            const bool moved = place.later && resource == place.later->resource;
            const bool shelf = place.gateway && resource == place.gateway->library;
            if (first) entry(stored.cause).stored += static_cast<double>(stored.bytes);
            if (first || moved || shelf) entry(stored.cause).lying.push_back(stored);
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

// As long as a point can be restored, at least what it is made of lies in the store; on virtual
// tapes, since it was uploaded.
void check_restorable(const Points& points, const Booked& booked, bool tapes, sim::Time end) {
    for (std::size_t p = 0; p < points.size(); ++p) {
        auto from = points[p].available;
        for (const auto part : chain_of(points, p))
            if (tapes) from = std::max(from, points[part].uploaded);
        const auto last = std::min(points[p].deleted, end) - sim::Duration{1};
        if (last < from) continue;
        double needed = 0;
        for (const auto part : chain_of(points, p))
            needed += static_cast<double>(points[part].read_bytes);
        CAPTURE(p);
        // Synthetic points are rounded to bytes one by one.
        const double slack = static_cast<double>(points.size()) + 1;
        CHECK(lying_at(booked, from) + slack >= needed);
        CHECK(lying_at(booked, last) + slack >= needed);
    }
}

// What was stored of one copy of one workload, against its points.
void check_stored(const Case& what, const History& history, std::size_t c, std::size_t w,
                  const Booked& entry) {
    const auto& copy = what.strategy->copies[c];
    const auto& place = what.places[c];
    const auto& points = history.points[c][w];
    const bool replica = copy.method == Method::replication;
    // A point whose retention ends before its job does never lies there.
    double bytes = 0, received = 0, at_least = 0;
    for (std::size_t p = 0; p < points.size(); ++p) {
        const auto& point = points[p];
        bytes += static_cast<double>(point.bytes);
        if (!made_by_store(points, p)) received += static_cast<double>(point.bytes);
        if (std::min(point.deleted, history.end) > point.available)
            at_least += static_cast<double>(point.bytes);
    }
    const bool logs =
        copy.ship_logs > sim::Duration::zero() && what.scenario->workloads[w].logs > Rate{0};
    const bool cloud = place.kind == Location::Kind::tier;
    // Of a replica nothing is kept but its state; tapes lie in two classes one after the other.
    if (!replica && !place.gateway) CHECK(entry.stored >= at_least);
    if (!logs && !place.gateway) CHECK(entry.stored <= bytes);
    if (cloud) CHECK(entry.received >= received);
    if (cloud && !logs) CHECK(entry.received == received);
    // What a snapshot needs lies in production.
    if (copy.method != Method::snapshot)
        check_restorable(points, entry, place.gateway.has_value(), history.end);
}

void check_ledger(const Case& what, const History& history) {
    auto entries = booked(what, history);
    for (std::size_t c = 0; c < what.places.size(); ++c)
        for (const auto w : what.covers[c]) {
            const auto &copy = what.strategy->copies[c].id,
                       &workload = what.scenario->workloads[w].id;
            INFO("copy ", copy, " of ", workload);
            check_stored(what, history, c, w, entries[{copy, workload}]);
        }
}

}  // namespace

TEST_CASE("law: in normal operation every byte that leaves one place arrives at another") {
    std::size_t quiet_ends = 0;
    const CheckPlan check = [&](const Estate&, const Case& what) {
        Carried carried;
        const auto history = operate(what, 1, 0, carried.onlooker());
        const bool over = all_over(what, history);
        quiet_ends += over ? 1 : 0;
        check_transit(what, carried);
        check_ledger(what, history);
        check_devices(what, history, carried, over);
        check_production(what, history, carried, over);
        check_regions(what, history, carried, over);
    };
    for_each_plan(1, 25, check);
    for_each_plan(first_wide_seed + 1, 40, check);
    CHECK(quiet_ends > 20);
}
