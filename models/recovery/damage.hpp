// What an incident breaks: drawn once per (seed, class, number), the same for every strategy
// (common random numbers). Incidents may overlap: a second one strikes while the first is being
// recovered from, and adds what it breaks.
#pragma once

#include "models/operation/case.hpp"
#include "models/operation/world.hpp"

namespace reentry {

struct Damage {
    std::size_t incident = 0;  // index in Scenario::incidents; of a drill: the class it rehearses
    std::size_t number = 0;
    RandomKey key;  // of everything random in it
    sim::Time failure{};
    sim::Time clean_until{};  // points with later content are infected or did not exist
    sim::Duration detection{}, decision{}, target{};
    sim::Duration repair{};               // from the decision until home is fit again; 0: not said
    double share = 1;                     // of each hit workload's bytes that must come back
    std::vector<std::size_t> hit;         // workloads whose data it takes, ascending
    std::size_t recover_at = none;        // site where they come back; none: each at its own
    bool mutable_copies_die = false;      // whatever is not immutable is lost
    std::vector<std::string> lost_sites;  // stores of these sites are lost

    // Out of reach for a time, but unharmed.
    sim::Duration outage{};
    std::string dark_role;                // this provider's region; "" = none
    std::vector<std::size_t> runs_there;  // workloads that run in it
    std::vector<std::string> cut_links;   // these links and connections

    // Planned: nothing is down and nobody is called. A drill rehearses on an isolated target what a
    // class would hit; an exit reads everything out of a provider into a store.
    State state = State::recovery;
    std::int64_t operators = 0;   // of a drill; 0: the site's crew
    std::string left_role;        // exit; "" = none
    std::size_t new_home = none;  // store

    std::vector<Damage> then;   // what strikes after it, if the recovery still goes on
    std::vector<Damage> since;  // of those: what has struck by now
};

// The key of everything random in this incident.
RandomKey incident_key(const Scenario& scenario, std::size_t incident, std::size_t number,
                       std::uint64_t seed);

// Draws incident `number` of a class and what follows it; its instant lies between settling and 60
// days (at most a tenth of the horizon) before the end, so that its recovery can be billed.
Damage draw_damage(const Scenario& scenario, std::size_t incident, std::size_t number,
                   std::uint64_t seed);

// One strike of a class, without what follows, from the given random numbers.
Damage draw_alone(const Scenario& scenario, std::size_t incident, std::size_t number,
                  const RandomKey& key);

// The instants at which a drill is held, within the horizon.
std::vector<sim::Time> drill_times(const Scenario& scenario, const Drill& drill);

// Drill `number`, as the damage that it rehearses: all of its workloads are restored at its site,
// from the copies that the class would leave.
Damage draw_drill(const Scenario& scenario, std::size_t drill, std::size_t number,
                  std::uint64_t seed);

// The same bad day at another instant: all lengths stay.
void move_to(Damage& damage, sim::Time failure);

// The first of `then` strikes; it hits `guests` too: what is at a site that is lost now.
void strike_next(Damage& damage, const std::vector<std::size_t>& guests);

// Questions about all that has struck: the damage and those since.
bool is_hit(const Damage& damage, std::size_t workload);
bool site_lost(const Damage& damage, const std::string& site);
bool is_infected(const Damage& damage);  // by ransomware: what is restored must be scanned
bool closes_ways(const Damage& damage);  // takes links or regions away
const Damage& blow_to(const Damage& damage, std::size_t workload);    // the last that hit it
std::size_t recovers_at(const Damage& damage, std::size_t workload);  // site; none: its own
// When all that blows before the last had the workload wait for is there; else the failure.
sim::Time earlier_target(const Damage& damage, std::size_t workload);
double share_lost(const Damage& damage, std::size_t workload);  // the largest of its shares
std::int64_t members_hit(const Damage& damage, const Scenario& scenario, std::size_t workload);
sim::Time worked_until(const Damage& damage, std::size_t workload);  // until the first that hit it
sim::Time clean_until(const Damage& damage, std::size_t workload);   // newer points are of no use
// When the region is back in which the workload runs, or which has this role; else the failure.
sim::Time region_back(const Damage& damage, std::size_t workload, const std::string& role);

// Whether what lies at a copy's place is gone.
bool copy_lost(const Case& what, std::size_t copy, const Damage& damage);

}  // namespace reentry
