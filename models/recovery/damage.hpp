// What an incident breaks: drawn once per (seed, class, number), the same for every strategy
// (common random numbers).
#pragma once

#include "models/operation/case.hpp"
#include "models/operation/world.hpp"

namespace reentry {

struct Damage {
    std::size_t incident = 0;  // index in Scenario::incidents
    std::size_t number = 0;
    sim::Time failure{};
    sim::Time clean_until{};  // points with later content are infected or did not exist
    sim::Duration detection{}, decision{}, target{};
    double share = 1;                 // of each hit workload's bytes that must come back
    std::vector<std::size_t> hit;     // indices of workloads, ascending
    std::size_t recover_at = none;    // site where they come back; none: each at its own
    bool mutable_copies_die = false;  // whatever is not immutable is lost
    std::string lost_site;            // stores of this site are lost; "" = none
};

// The key of everything random in this incident.
RandomKey incident_key(const Scenario& scenario, std::size_t incident, std::size_t number,
                       std::uint64_t seed);

// Draws incident `number` of a class; its instant lies between settling and 60 days (at most a
// tenth of the horizon) before the end, so that its recovery can be billed.
Damage draw_damage(const Scenario& scenario, std::size_t incident, std::size_t number,
                   std::uint64_t seed);

// Whether what lies at a copy's place is gone.
bool copy_lost(const Case& what, std::size_t copy, const Damage& damage);

}  // namespace reentry
