// A strategy: a chain of copies. Each copy says from where, to where, how, when, and what it keeps.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <optional>
#include <string>
#include <vector>

namespace reentry {

// Workloads that are treated alike, under one name for copies.
struct Group {
    std::string id;
    std::vector<std::string> workloads;  // ids or kinds
};

// How a copy is made.
enum class Method : std::uint8_t {
    full,          // everything, every time
    incremental,   // changes since the last point of the chain; a full every full_every
    differential,  // changes since the last full
    forever,   // one full, then increments for ever; every point can be read as a full (synthetic)
    snapshot,  // on the production array, at once; lost with the array
    replication,  // follows production all the time; the replica holds its newest state only
};

// How the fulls of an incremental or differential chain come about.
enum class Fulls : std::uint8_t {
    active,     // everything travels again
    synthetic,  // the store makes them of what it has; only changes travel
};

// How much of an archived point is asked for at a time.
enum class ThawPace : std::uint8_t { all_at_once, paced };

// What happens when a job is due while the one before still runs.
enum class Overrun : std::uint8_t { skip, queue };

// Grandfather-father-son retention, counted in periods; a plain time when only `days` is given.
struct Keep {
    std::int64_t days = 14;
    std::int64_t weeks = 0;
    std::int64_t months = 0;
    std::int64_t years = 0;
};

// A lifecycle move inside the provider.
struct TierAfter {
    std::int64_t days = 0;  // since the data arrived
    std::string to;         // "provider/archive": a class of the same provider
};

// How the first full of a copy gets there.
enum class SeedWay : std::uint8_t { network, shipment };

struct Seed {
    SeedWay by = SeedWay::network;
    std::string device;                  // of the provider's catalogue; "" = its only one
    Uncertain<sim::Duration> order{};    // from the order until the devices are here
    Rate load{};                         // of one device; 0 = as the catalogue says
    Uncertain<sim::Duration> courier{};  // from here to the provider
    Rate ingest{};                       // from all devices into the class; 0 = at once
};

struct Copy {
    std::string id;
    std::string from = "source";  // "source" or another copy of the same strategy
    std::string to;   // a store, or "provider/<class>", "second/<class>", "region/<class>"
    std::string via;  // store of kind gateway that makes virtual tapes of it; "" = none
    std::vector<std::string> workloads;  // ids, kinds or groups; empty = all
    Method method = Method::incremental;
    sim::Duration every{};       // accumulation: from one job to the next
    sim::Duration at{};          // start of the first job of a day, after midnight UTC
    sim::Duration spread{};      // jobs of different workloads start spread over this time
    sim::Duration hold{};        // waits this long before it leaves
    sim::Duration full_every{};  // 0 = only the first is full
    Fulls fulls = Fulls::active;
    sim::Duration window{};  // a job longer than this is a missed window; 0 = none
    Overrun overrun = Overrun::skip;
    Keep keep;
    sim::Duration ship_logs{};            // log shipping interval on top; 0 = none
    std::string integration = "generic";  // file in data/integrations/
    Bytes object_size;                    // stored; 0: as the product usually makes them
    bool locked = false;                  // object lock or write-once for as long as it is kept
    std::string thaw = "standard";        // thaw option used in a recovery
    ThawPace thaw_pace = ThawPace::all_at_once;
    sim::Duration thaw_ahead = std::chrono::hours{4};  // of download that is thawed in one batch
    std::int64_t thaw_units = 0;          // provisioned units held for options that need them
    std::int64_t accounts = 1;            // at the provider: each has quotas and rates of its own
    double restore_failure = 0;           // probability that a point proves bad when it is restored
    std::string promote;                  // replica: site at which it takes over; "" = never
    std::optional<TierAfter> tier_after;  // later moved into another class; none = stays
    std::optional<Seed> seed;             // how the first full gets there; none = over the network
};

// Which copy a recovery takes.
enum class Preference : std::uint8_t { freshest, fastest, cheapest };

struct Strategy {
    std::string id;
    std::string name;
    std::string summary;
    std::string connection;  // how the provider is reached; "" when no provider is used
    std::string second;      // provider bound to the role "second"
    Preference prefer = Preference::freshest;
    std::string recover_at;  // site at which a lost site's workloads come back; "" = the incident's
    std::vector<Copy> copies;
};

std::span<const files::Choice<Method>> choices(Method);
std::span<const files::Choice<Fulls>> choices(Fulls);
std::span<const files::Choice<SeedWay>> choices(SeedWay);
std::span<const files::Choice<Overrun>> choices(Overrun);
std::span<const files::Choice<ThawPace>> choices(ThawPace);
std::span<const files::Choice<Preference>> choices(Preference);
// The names with each group's workloads in its place.
std::vector<std::string> without_groups(const std::vector<Group>& groups,
                                        const std::vector<std::string>& names);

void describe(Fields& fields, Group& group);
void describe(Fields& fields, Keep& keep);
void describe(Fields& fields, TierAfter& move);
void describe(Fields& fields, Seed& seed);
void describe(Fields& fields, Copy& copy);
void describe(Fields& fields, Strategy& strategy);

}  // namespace reentry
