// Law: with copy jobs held fixed, one more usable copy never raises the data loss of the policy
// "freshest copy first".
//
// Held fixed: both worlds have the same history, but one copy's points are taken away. That the
// jobs of one more copy delay those of the others is another matter: see
// scenarios/counterexamples/one-more-copy.toml. And one bad day at a time: with two, a copy within
// reach is taken instead of the one that is not (copy-in-reach.toml), and a replica takes over from
// what is only out of reach.
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

using namespace laws;
using namespace reentry;

namespace {

History without(History history, std::size_t copy) {
    for (auto& points : history.points[copy]) points.clear();
    return history;
}

}  // namespace

TEST_CASE("law: one more usable copy never raises the data loss of the freshest copy") {
    std::size_t less = 0, saved = 0;
    const CheckPlan check = [&](const Estate&, const Case& what) {
        if (what.strategy->prefer != Preference::freshest || what.places.size() < 2) return;
        const auto all = operate(what, 1, 0);
        for (std::size_t copy = 0; copy < what.places.size(); ++copy) {
            const auto fewer = without(all, copy);
            INFO("with and without copy ", what.strategy->copies[copy].id);
            for_each_damage(what, 3, [&](const Damage& damage) {
                const auto kind = what.scenario->incidents[damage.incident].kind;
                if (!damage.then.empty() || !destroys_data(kind)) return;
                const auto more = struck(what, all, damage).outcome;
                const auto less_of = struck(what, fewer, damage).outcome;
                for (std::size_t i = 0; i < more.workloads.size(); ++i) {
                    const auto& with = more.workloads[i];
                    const auto& missing = less_of.workloads[i];
                    CAPTURE(what.scenario->workloads[with.workload].id);
                    if (!missing.restored) {
                        saved += with.restored ? 1 : 0;
                        continue;
                    }
                    CHECK(with.restored);
                    CHECK(with.data_loss <= missing.data_loss);
                    less += with.data_loss < missing.data_loss ? 1 : 0;
                }
            });
        }
    };
    for_each_plan(601, 60, check);
    for_each_plan(first_wide_seed + 601, 60, check);
    CHECK(less > 100);
    CHECK(saved > 100);
}
