// Small random estates on which the laws are tried: everything that a scenario can say, drawn
// by seed.
//
// An estate is written as a scenario file and read like one, so that a case which breaks a law can
// be kept and run: CAPTURE_ESTATE prints its seed and the file with the failure.
#pragma once

#include "models/catalogue/catalogue.hpp"
#include "models/operation/operate.hpp"
#include "models/recovery/recover.hpp"
#include "models/scenario/scenario.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace laws {

// The catalogues of data/, read once.
const reentry::Catalogue& shipped();

// The scenario file of a seed.
std::string scenario_text(std::uint64_t seed);

// One strategy of an estate on its provider.
struct Plan {
    std::string provider;
    reentry::Case what;
};

// A scenario with those of its strategies that the drawn provider offers.
struct Estate {
    explicit Estate(std::uint64_t seed);
    Estate(const Estate&) = delete;
    Estate& operator=(const Estate&) = delete;

    std::uint64_t seed;
    std::string text;
    std::unique_ptr<const reentry::Scenario> scenario;
    std::vector<Plan> plans;
};

// Calls `check` with every plan of the estates of seeds first .. first + count - 1, and sees to it
// that not too many were refused.
using CheckPlan = std::function<void(const Estate&, const reentry::Case&)>;
void for_each_plan(std::uint64_t first, std::uint64_t count, const CheckPlan& check);

// Calls `check` with `of_class` incidents of every class, and as many of every drill.
using CheckDamage = std::function<void(const reentry::Damage&)>;
void for_each_damage(const reentry::Case& what, std::size_t of_class, const CheckDamage& check);

// What comes of an incident.
reentry::RecoveryResult struck(const reentry::Case& what, const reentry::History& history,
                               const reentry::Damage& damage,
                               const reentry::RecoveryOptions& options = {});

// "deleted-data 3 of strategy s1", for messages.
std::string incident_text(const reentry::Case& what, const reentry::Damage& damage);

}  // namespace laws

#define CAPTURE_ESTATE(estate) \
    INFO("seed ", (estate).seed, ", the estate as a scenario file:\n", (estate).text)
