// A strategy: a chain of copies. Each copy says from where, to where, how, when, and what it keeps.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/uncertain.hpp"

#include <string>
#include <vector>

namespace reentry {

// How a copy is made.
enum class Method : std::uint8_t {
    full,          // everything, every time
    incremental,   // changes since the last point of the chain; a full every full_every
    differential,  // changes since the last full
    forever,  // one full, then increments for ever; every point can be read as a full (synthetic)
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

struct Copy {
    std::string id;
    std::string from = "source";         // "source" or another copy of the same strategy
    std::string to;                      // a store, or "provider/<class>", or "second/<class>"
    std::vector<std::string> workloads;  // ids or kinds; empty = all
    Method method = Method::incremental;
    sim::Duration every{};       // accumulation: from one job to the next
    sim::Duration at{};          // start of the first job of a day, after midnight UTC
    sim::Duration spread{};      // jobs of different workloads start spread over this time
    sim::Duration hold{};        // waits this long before it leaves
    sim::Duration full_every{};  // 0 = only the first is full
    sim::Duration window{};      // a job longer than this is a missed window; 0 = none
    Overrun overrun = Overrun::skip;
    Keep keep;
    sim::Duration ship_logs{};            // log shipping interval on top; 0 = none
    std::string integration = "generic";  // file in data/integrations/
    bool locked = false;                  // object lock or write-once for as long as it is kept
    std::string thaw = "standard";        // thaw option used in a recovery
    ThawPace thaw_pace = ThawPace::all_at_once;
    sim::Duration thaw_ahead = std::chrono::hours{4};  // of download that is thawed in one batch
    std::int64_t accounts = 1;   // at the provider: each has quotas and rates of its own
    double restore_failure = 0;  // probability that a point proves bad when it is restored
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
    std::vector<Copy> copies;
};

std::span<const files::Choice<Method>> choices(Method);
std::span<const files::Choice<Overrun>> choices(Overrun);
std::span<const files::Choice<ThawPace>> choices(ThawPace);
std::span<const files::Choice<Preference>> choices(Preference);
void describe(Fields& fields, Keep& keep);
void describe(Fields& fields, Copy& copy);
void describe(Fields& fields, Strategy& strategy);

}  // namespace reentry
