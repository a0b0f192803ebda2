// Law: a workload never starts before what it depends on serves.
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

using namespace laws;
using namespace reentry;

namespace {

// When a workload began to start: its first stage after its data was there, or, where starting and
// verifying take no time, when it served.
sim::Time began(const WorkloadOutcome& fate) {
    auto first = fate.serves;
    for (const auto& span : fate.spans)
        if (span.stage == Stage::start || span.stage == Stage::runners ||
            span.stage == Stage::verify)
            first = std::min(first, span.begin);
    return first;
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
            std::map<std::size_t, const WorkloadOutcome*> hit;
            for (const auto& fate : result.outcome.workloads) hit[fate.workload] = &fate;
            for (const auto& [w, fate] : hit)
                for (const auto& id : what.scenario->workloads[w].depends_on)
                    for (const auto& [need, its] : hit) {
                        if (what.scenario->workloads[need].id != id) continue;
                        INFO(what.scenario->workloads[w].id, " depends on ", id);
                        ++pairs;
                        if (fate->recovered) CHECK(its->recovered);
                        CHECK(began(*fate) >= its->serves);
                        CHECK(fate->back >= fate->serves);
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
