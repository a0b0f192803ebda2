#include "tests/study/laws/random_estate.hpp"

#include "models/files/load.hpp"
#include "models/scenario/scenario_file.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace laws {

using namespace reentry;

const Catalogue& shipped() {
    static const Catalogue catalogue = [] {
        Diagnostics faults;
        auto read = Catalogue::read(in_root("data"), faults);
        REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
        return read;
    }();
    return catalogue;
}

namespace {

// Other or more estates than the tests try, when somebody wants to see them.
std::uint64_t by_hand(const char* variable, std::uint64_t otherwise) {
    const char* value = std::getenv(variable);
    return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

}  // namespace

Estate::Estate(std::uint64_t the_seed) : seed(the_seed), text(scenario_text(the_seed)) {
    Diagnostics faults;
    auto document = files::load_text("estate.toml", text, faults);
    auto file = read_scenario(std::move(document), {}, faults);
    CAPTURE_ESTATE(*this);
    REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
    scenario = std::make_unique<const Scenario>(std::move(file.scenario));
    for (const auto& strategy : scenario->strategies) {
        const auto& provider = scenario->providers.front();
        if (auto offer = make_case(*scenario, strategy, provider, shipped()); offer.made)
            plans.push_back({provider, std::move(*offer.made)});
    }
}

void for_each_plan(std::uint64_t first, std::uint64_t count, const CheckPlan& check) {
    first += by_hand("REENTRY_LAWS_FROM", 0);
    count *= by_hand("REENTRY_LAWS_TIMES", 1);
    std::size_t plans = 0;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const Estate estate(seed);
        CAPTURE_ESTATE(estate);
        for (const auto& plan : estate.plans) {
            INFO("strategy ", plan.what.strategy->id);
            check(estate, plan.what);
        }
        plans += estate.plans.size();
    }
    CHECK(plans > count);  // of three each, more than a third is offered
}

void for_each_damage(const Case& what, std::size_t of_class, const CheckDamage& check) {
    const auto& scenario = *what.scenario;
    const auto seed = static_cast<std::uint64_t>(scenario.effort.seed);
    for (std::size_t kind = 0; kind < scenario.incidents.size(); ++kind)
        for (std::size_t number = 0; number < of_class; ++number) {
            const auto damage = draw_damage(scenario, kind, number, seed);
            INFO(incident_text(what, damage));
            check(damage);
        }
    for (std::size_t drill = 0; drill < scenario.drills.size(); ++drill)
        for (std::size_t number = 0;
             number < std::min(of_class, drill_times(scenario, scenario.drills[drill]).size());
             ++number) {
            const auto damage = draw_drill(scenario, drill, number, seed);
            INFO("drill ", number, ", which rehearses ", incident_text(what, damage));
            check(damage);
        }
}

RecoveryResult struck(const Case& what, const History& history, const Damage& damage,
                      const RecoveryOptions& options) {
    return recover(what, history, damage, options);
}

std::string incident_text(const Case& what, const Damage& damage) {
    return fmt::format("incident {} number {} of strategy {}",
                       what.scenario->incidents[damage.incident].id, damage.number,
                       what.strategy->id);
}

}  // namespace laws
