// A class of bad days: how often, what it takes, and how people find out.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <string>
#include <vector>

namespace reentry {

enum class IncidentKind : std::uint8_t {
    deleted_data,
    failed_system,
    failed_array,
    lost_site,
    ransomware,
    provider_outage,
    wan_outage,
    provider_exit,
};

// Whether the kind destroys data at a site. The others take something out of reach for a time, or
// are planned.
bool destroys_data(IncidentKind kind);

struct Incident {
    std::string id;
    std::string name;
    IncidentKind kind = IncidentKind::deleted_data;
    PerTime rate{};                      // per year
    std::string site;                    // where; "" for kinds that destroy no data
    std::string recover_at;              // site at which the lost come back; "" = where they were
    std::vector<std::string> workloads;  // what can be hit: ids or kinds; empty = all of the site;
                                         // provider outage: what runs there; empty = nothing
    // Deleted data: of the workload's bytes; failed system: of its members; ransomware: of the
    // workloads.
    Uncertain<double> share{1.0};
    Uncertain<sim::Duration> detection{};
    Uncertain<sim::Duration> decision{};
    Uncertain<sim::Duration>
        dwell{};  // ransomware: from intrusion to failure; points made since are infected
    Uncertain<sim::Duration> target{};  // until hardware or a place to restore to exists
    Uncertain<sim::Duration> repair{};  // until what failed can take its workloads back; 0: see
                                        // models/recovery/way_home.hpp
    Uncertain<sim::Duration> outage{};  // provider and WAN outage: how long it lasts
    std::string role = "provider";      // provider outage and exit: whose region
    std::vector<std::string> links;     // WAN outage: links and connections that are down
    std::string to;                     // provider exit: the store that takes everything
    std::string followed_by;            // the class that strikes during this one's recovery
    Uncertain<sim::Duration> after{};   // from this failure to that one
};

std::span<const files::Choice<IncidentKind>> choices(IncidentKind);
void describe(Fields& fields, Incident& incident);

}  // namespace reentry
