// Law: bytes are conserved in a recovery, too: what comes back is what was lying there, what the
// provider bills as sent has left it, and what is carried out of it is all that lay there.
#include "tests/study/laws/conserved.hpp"
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"
#include "tests/study/laws/strikes.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace laws;
using namespace reentry;

namespace {

// Bytes that reach production storage at each site: what came back at least; what was read at most,
// unless some of it proved bad or was struck again and was read in vain. What lies on an array of
// the site need not be moved.
struct Written {
    explicit Written(std::size_t sites) : least(sites), most(sites) {}
    std::vector<double> least, most;
    bool in_vain = false;
};

Written written(const Case& what, const Strikes& struck, const IncidentOutcome& outcome) {
    const auto& scenario = *what.scenario;
    Written result(scenario.sites.size());
    result.in_vain = struck.overlap();
    for (const auto& fate : outcome.workloads) {
        result.in_vain = result.in_vain || fate.bad_points > 0;
        if (!fate.copy) continue;
        const auto& place = what.places[*fate.copy];
        const auto& back = struck.site_of(fate.workload);
        // What came back elsewhere goes home, and its data with it.
        result.in_vain = result.in_vain || back != scenario.workloads[fate.workload].site;
        const bool here = place.kind == Location::Kind::array && place.node == back;
        for (std::size_t s = 0; s < scenario.sites.size(); ++s) {
            if (scenario.sites[s].id != back || here) continue;
            result.most[s] += static_cast<double>(fate.bytes_restored);
            if (fate.recovered) result.least[s] += static_cast<double>(fate.bytes_restored);
        }
    }
    // Replicas and copies of others go on being written to arrays.
    for (const auto& place : what.places)
        result.in_vain = result.in_vain || place.kind == Location::Kind::array;
    return result;
}

// What the provider bills as sent left its region. Backups of other workloads that copy out of the
// region are billed with the operation; a restore that was struck again is billed as far as it
// ended.
void check_sent(const Case& what, const Strikes& struck, const Carried& carried,
                const Ledger& usage) {
    double sent = 0, left = 0;
    for (const auto& entry : usage.counted())
        if (entry.meter == Meter::sent_bytes) sent += static_cast<double>(entry.quantity);
    std::set<std::string> regions;
    bool more = struck.overlap();
    for (std::size_t c = 0; c < what.places.size(); ++c) {
        if (what.places[c].kind == Location::Kind::tier) regions.insert(what.places[c].node);
        more = more ||
               (what.from[c] != none && what.places[what.from[c]].kind == Location::Kind::tier);
    }
    for (const auto& region : regions) left += carried.leaving(what, region);
    CHECK((sent <= left || same(sent, left)));
    if (!more) CHECK(same(sent, left));
}

void check_recovery(const Case& what, const Strikes& struck, const Carried& carried,
                    const RecoveryResult& result, double& restored) {
    const auto wanted = written(what, struck, result.outcome);
    for (std::size_t s = 0; s < wanted.least.size(); ++s) {
        INFO("written to production storage at ", what.scenario->sites[s].id);
        const double is = carried.written_at_site(s);
        CHECK((is >= wanted.least[s] || same(is, wanted.least[s])));
        if (!wanted.in_vain) CHECK((is <= wanted.most[s] || same(is, wanted.most[s])));
        restored += is;
    }
}

// All that lies at the provider is carried out of it, and nothing else.
void check_exit(const Case& what, const History& history, const Damage& damage,
                const IncidentOutcome& outcome, double& carried_out) {
    const auto& ledger = history.ledger;
    double lay = 0, read = 0;
    for (const auto& stored : ledger.stored())
        for (std::size_t c = 0; c < what.places.size(); ++c)
            if (stored.from <= damage.failure && damage.failure < stored.to && stored.option == 0 &&
                ledger.name(stored.cause.copy) == what.strategy->copies[c].id &&
                what.places[c].role == damage.left_role)
                lay += static_cast<double>(stored.bytes);
    for (const auto& fate : outcome.workloads) read += static_cast<double>(fate.bytes_read);
    CHECK(lay == read);
    carried_out += read;
}

}  // namespace

TEST_CASE("law: a recovery writes the bytes that it took, and the provider sends what is billed") {
    double restored = 0, carried_out = 0;
    const CheckPlan check = [&](const Estate&, const Case& what) {
        const auto history = operate(what, 1, 0);
        for_each_damage(what, 3, [&](const Damage& damage) {
            Carried carried;
            RecoveryOptions options;
            options.onlooker = carried.onlooker();
            const auto result = struck(what, history, damage, options);
            const Strikes strikes(what, damage, result.outcome);
            check_transit(what, carried);
            check_sent(what, strikes, carried, result.usage);
            if (damage.state == State::exit)
                check_exit(what, history, damage, result.outcome, carried_out);
            else
                check_recovery(what, strikes, carried, result, restored);
        });
    };
    for_each_plan(101, 30, check);
    for_each_plan(first_wide_seed + 101, 40, check);
    CHECK(restored > 0);
    CHECK(carried_out > 0);
}
