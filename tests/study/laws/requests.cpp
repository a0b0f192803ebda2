// Law: a class answers no more requests a second for a copy than it accepts, times the accounts
// over which the copy is spread; neither when it is written nor when it is read. Requests are
// counted in the ledger and from the points, not in the bytes that they carry.
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace laws;
using namespace reentry;

namespace {

// Classes in which requests are scarce: of all providers only some state a limit, and that is felt
// by the smallest objects only.
Case with_few_requests(Case what) {
    for (auto& place : what.places) {
        place.tier.puts_per_second = std::min(place.tier.puts_per_second, 3.0);
        place.tier.gets_per_second = std::min(place.tier.gets_per_second, 2.0);
    }
    return what;
}

// Requests between two instants. The last object of every part may be a small one; a chain has no
// more than 40 parts.
struct Asked {
    sim::Time begin, end;
    double requests, parts;
};

// From each beginning to each end: what lies in between fits in.
bool check_rate(std::vector<Asked> all, double per_second, double each) {
    std::sort(all.begin(), all.end(), [](const Asked& a, const Asked& b) { return a.end < b.end; });
    bool felt = false;
    for (std::size_t first = 0; first < all.size(); first += 1 + all.size() / 30) {
        double requests = 0, slack = 1;
        for (const auto& one : all) {
            if (one.begin < all[first].begin) continue;
            requests += one.requests;
            slack += one.parts * each;
            const double seconds = sim::to_seconds(one.end - all[first].begin);
            if (requests > per_second * seconds + slack)
                CHECK(requests <= per_second * seconds + slack);
            felt = felt || requests > 0.9 * per_second * seconds + slack;
        }
    }
    return felt;
}

// Whether anything limits the requests for a copy.
bool has_requests(const Location& place) {
    return place.kind == Location::Kind::tier && !place.gateway;
}

// Bytes of points that travelled over the network: neither made by the store nor brought by
// courier.
bool check_writing(const Case& what, const History& history, std::size_t copy) {
    const auto& place = what.places[copy];
    const double each = std::max(1.0, place.integration.puts_per_object);
    std::vector<Asked> all;
    for (const auto& points : history.points[copy])
        for (std::size_t p = 0; p < points.size(); ++p) {
            const bool made = p > 0 && points[p].content == points[p - 1].content;
            const bool brought = p == 0 && place.device;
            if (made || brought) continue;
            all.push_back({points[p].started, points[p].available,
                           static_cast<double>(points[p].objects) * each, 1});
        }
    const auto accounts = static_cast<double>(what.strategy->copies[copy].accounts);
    return check_rate(std::move(all), place.tier.puts_per_second * accounts, each);
}

bool downloads(Stage stage) {
    return stage == Stage::transfer || stage == Stage::differences || stage == Stage::logs ||
           stage == Stage::rest || stage == Stage::etcd;
}

// When the download began that is booked at `end`, the one before it having been booked at `last`.
sim::Time download_began(const WorkloadOutcome& fate, sim::Time last, sim::Time end) {
    auto begin = end;
    for (const auto& span : fate.spans)
        if (downloads(span.stage) && span.end > last && span.begin < end)
            begin = std::min(begin, span.begin);
    return begin;
}

bool check_reading(const Case& what, const RecoveryResult& result, std::size_t copy) {
    const auto& place = what.places[copy];
    const auto& usage = result.usage;
    const double each = std::max(1.0, place.integration.gets_per_object);
    std::vector<Asked> all;
    for (const auto& fate : result.outcome.workloads) {
        auto last = result.outcome.failure;
        for (const auto& counted : usage.counted()) {
            if (counted.meter != Meter::get ||
                usage.name(counted.cause.copy) != what.strategy->copies[copy].id ||
                usage.name(counted.cause.workload) != what.scenario->workloads[fate.workload].id)
                continue;
            all.push_back({download_began(fate, last, counted.at), counted.at,
                           static_cast<double>(counted.quantity), 40});
            last = counted.at;
        }
    }
    const auto accounts = static_cast<double>(what.strategy->copies[copy].accounts);
    return check_rate(std::move(all), place.tier.gets_per_second * accounts, each);
}

}  // namespace

TEST_CASE("law: a class answers no more requests a second than it accepts of all accounts") {
    std::size_t writing = 0, reading = 0;
    const CheckPlan check = [&](const Estate&, const Case& plenty) {
        const auto what = with_few_requests(plenty);
        const auto history = operate(what, 1, 0);
        for (std::size_t c = 0; c < what.places.size(); ++c)
            if (has_requests(what.places[c])) writing += check_writing(what, history, c) ? 1 : 0;
        for_each_damage(what, 2, [&](const Damage& damage) {
            RecoveryOptions options;
            options.spans = true;
            const auto result = struck(what, history, damage, options);
            for (std::size_t c = 0; c < what.places.size(); ++c)
                if (has_requests(what.places[c])) reading += check_reading(what, result, c) ? 1 : 0;
        });
    };
    for_each_plan(901, 20, check);
    for_each_plan(first_wide_seed + 901, 20, check);
    CHECK(writing > 5);
    CHECK(reading > 5);
}
