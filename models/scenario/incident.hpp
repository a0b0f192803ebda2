// A class of bad days: how often, what it takes, and how people find out.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <string>
#include <vector>

namespace reentry {

enum class IncidentKind : std::uint8_t { deleted_data, failed_array, lost_site, ransomware };

struct Incident {
    std::string id;
    std::string name;
    IncidentKind kind = IncidentKind::deleted_data;
    PerTime rate{};                      // per year
    std::string site;                    // where; "" = any site, by its share of the workloads
    std::string recover_at;              // site at which the lost come back; "" = where they were
    std::vector<std::string> workloads;  // what can be hit: ids or kinds; empty = all of the site
    Uncertain<double> share{
        1.0};  // deleted data: share of the workload's bytes; ransomware: of the workloads
    Uncertain<sim::Duration> detection{};
    Uncertain<sim::Duration> decision{};
    Uncertain<sim::Duration>
        dwell{};  // ransomware: from intrusion to failure; points made since are infected
    Uncertain<sim::Duration> target{};  // until hardware or a place to restore to exists
};

std::span<const files::Choice<IncidentKind>> choices(IncidentKind);
void describe(Fields& fields, Incident& incident);

}  // namespace reentry
