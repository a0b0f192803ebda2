// Law: a workload never starts before what it depends on serves.
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"
#include "tests/study/laws/strikes.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace laws;
using namespace reentry;

namespace {

// When a workload began to start, as often as it did: the first stages after its data were there,
// or, where starting and verifying take no time, when it served.
std::vector<sim::Time> starts(const WorkloadOutcome& fate) {
    std::vector<sim::Time> all;
    for (const auto& span : fate.spans)
        if (span.stage == Stage::start || span.stage == Stage::runners ||
            span.stage == Stage::verify)
            all.push_back(span.begin);
    if (all.empty()) all.push_back(fate.serves);
    return all;
}

// A start after the need was hit for the last time must wait until the need serves, with a part of
// its data at least; the copy of the rest may be lost later.
void check_pair(const Strikes& struck, const WorkloadOutcome& fate, const WorkloadOutcome& need) {
    if (struck.overlap() && struck.closes_ways())
        return;  // it may have served, and be cut off since
    const auto last = struck.last_at(need.workload).failure;
    for (const auto start : starts(fate)) {
        if (start < last) continue;
        CHECK(start >= need.serves);
        if (fate.recovered) CHECK((need.recovered || need.back > need.serves));
    }
    CHECK(fate.back >= fate.serves);
}

}  // namespace

TEST_CASE("law: no workload starts before all that it depends on serves") {
    std::size_t pairs = 0, waited = 0;
    const CheckPlan check = [&](const Estate&, const Case& what) {
        const auto history = operate(what, 1, 0);
        for_each_damage(what, 5, [&](const Damage& damage) {
            RecoveryOptions options;
            options.spans = true;
            const auto result = struck(what, history, damage, options);
            if (damage.state == State::exit) return;  // nothing is down
            const Strikes strikes(what, damage, result.outcome);
            if (strikes.hit_travellers(result.outcome)) return;
            std::map<std::size_t, const WorkloadOutcome*> hit;
            for (const auto& fate : result.outcome.workloads)
                if (strikes.is_hit(fate.workload)) hit[fate.workload] = &fate;
            for (const auto& [w, fate] : hit)
                for (const auto& id : what.scenario->workloads[w].depends_on)
                    for (const auto& [need, its] : hit) {
                        if (what.scenario->workloads[need].id != id) continue;
                        INFO(what.scenario->workloads[w].id, " depends on ", id);
                        ++pairs;
                        check_pair(strikes, *fate, *its);
                    }
            for (const auto& [w, fate] : hit)
                waited += static_cast<std::size_t>(std::count_if(
                    fate->spans.begin(), fate->spans.end(),
                    [](const auto& span) { return span.stage == Stage::dependencies; }));
        });
    };
    for_each_plan(301, 40, check);
    for_each_plan(first_wide_seed + 301, 40, check);
    CHECK(pairs > 500);
    CHECK(waited > 100);
}
