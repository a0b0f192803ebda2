// A site: a place with people and production storage, where workloads run and stores stand.
#pragma once

#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"
#include "models/money/money_rate.hpp"

#include <optional>
#include <string>

namespace reentry {

// The people who bring things back, as one pool per site.
struct Crew {
    std::int64_t operators = 2;          // people who can run restores at the same time
    std::int64_t restores_each = 3;      // restores that one operator can run side by side
    std::int64_t work_from = 8;          // hour of day (UTC) at which the working day begins
    std::int64_t work_to = 18;           // hour of day at which it ends
    bool weekends = false;               // whether the site is staffed at weekends
    Uncertain<sim::Duration> on_call{};  // from call to keyboard outside working hours
    sim::Duration shift{};               // after which they must rest; 0: they need none
    sim::Duration rest = std::chrono::hours{11};  // until they may come again
    std::int64_t relief = 0;                      // people who relieve them for as long a shift
};

// A site that is rented in a provider's region: machines are there when they are asked for, and
// what lies in the same region comes without leaving it.
struct Region {
    std::string role;                      // "provider" or "second": whose region it stands in
    Uncertain<sim::Duration> provision{};  // until machines are there, instead of the incident's
    MoneyRate compute{};                   // what they cost while workloads run there
};

struct Site {
    std::string id;
    std::string name;
    double latitude = 0;    // degrees north
    double longitude = 0;   // degrees east
    Rate production_read;   // what backups may read from production storage, all jobs together
    Rate production_write;  // what restores may write to production storage, all jobs together
    Crew crew;
    sim::Duration fail_back{};     // for which those that came back here are down to go home
    std::optional<Region> region;  // none: a place of its own

    // Its node in the network.
    const std::string& node() const { return region ? region->role : id; }
};

void describe(Fields& fields, Crew& crew);
void describe(Fields& fields, Region& region);
void describe(Fields& fields, Site& site);

}  // namespace reentry
