#include "models/scenario/strategy.hpp"

#include "models/scenario/workload.hpp"

#include <algorithm>
#include <array>

namespace reentry {
namespace {

constexpr std::array methods{
    files::Choice{Method::full, "full", "everything, every time"},
    files::Choice{Method::incremental, "incremental", "changes since the last point"},
    files::Choice{Method::differential, "differential", "changes since the last full"},
    files::Choice{Method::forever, "forever", "one full, then changes; each point reads as a full"},
    files::Choice{Method::snapshot, "snapshot", "on the production array, at once"},
    files::Choice{Method::replication, "replication", "follows production all the time"},
};
constexpr std::array fulls_made{
    files::Choice{Fulls::active, "active", "everything travels again"},
    files::Choice{Fulls::synthetic, "synthetic", "the store makes them; only changes travel"},
};
constexpr std::array seed_ways{
    files::Choice{SeedWay::network, "network", "over the line"},
    files::Choice{SeedWay::shipment, "shipment", "on devices that a courier takes"},
};
constexpr std::array overruns{
    files::Choice{Overrun::skip, "skip", "jobs due meanwhile are dropped"},
    files::Choice{Overrun::queue, "queue", "one job follows at once"},
};
constexpr std::array paces{
    files::Choice{ThawPace::all_at_once, "all-at-once", "all of it is asked for at once"},
    files::Choice{ThawPace::paced, "paced", "what the next hours of download take, batch by batch"},
};
constexpr std::array preferences{
    files::Choice{Preference::freshest, "freshest", "least data loss"},
    files::Choice{Preference::fastest, "fastest", "shortest lone restore"},
    files::Choice{Preference::cheapest, "cheapest", "smallest price of reading it back"},
};

// The classes at every role that a provider can have.
std::vector<std::string> classes_of_roles() {
    std::vector<std::string> all;
    for (const std::string role : {"provider", "second", "region"})
        for (const char* tier : {"/hot", "/cool", "/cold", "/archive", "/deep-archive"})
            all.push_back(role + tier);
    return all;
}

}  // namespace

std::span<const files::Choice<Method>> choices(Method) { return methods; }
std::span<const files::Choice<Fulls>> choices(Fulls) { return fulls_made; }
std::span<const files::Choice<SeedWay>> choices(SeedWay) { return seed_ways; }
std::span<const files::Choice<Overrun>> choices(Overrun) { return overruns; }
std::span<const files::Choice<ThawPace>> choices(ThawPace) { return paces; }
std::span<const files::Choice<Preference>> choices(Preference) { return preferences; }

std::vector<std::string> without_groups(const std::vector<Group>& groups,
                                        const std::vector<std::string>& names) {
    std::vector<std::string> result;
    for (const auto& name : names) {
        const auto group = std::find_if(groups.begin(), groups.end(),
                                        [&name](const Group& g) { return g.id == name; });
        if (group == groups.end())
            result.push_back(name);
        else
            result.insert(result.end(), group->workloads.begin(), group->workloads.end());
    }
    return result;
}

void describe(Fields& f, Group& g) {
    static const files::Targets selectors{{"workload"}, files::words_of<Kind>()};
    f.id("id", g.id, "group", "Name by which copies refer to it.");
    f.references("workloads", g.workloads, selectors, "Workloads or kinds.");
    f.check(!g.workloads.empty(), "workloads", "at least one workload");
}

void describe(Fields& f, Keep& k) {
    f.optional("days", k.days, "Every point is kept so many days.", {.at_least = 1});
    f.optional("weeks", k.weeks, "The first full of a week is kept so many weeks.",
               {.at_least = 0});
    f.optional("months", k.months, "The first full of a month is kept so many months.",
               {.at_least = 0});
    f.optional("years", k.years, "The first full of a year is kept so many years.",
               {.at_least = 0});
}

void describe(Fields& f, TierAfter& m) {
    static const files::Targets classes{{}, classes_of_roles()};
    f.required("days", m.days, "Days that data lies before it is moved.", {.at_least = 1});
    f.reference("to", m.to, classes, "A storage class of the same provider.");
}

void describe(Fields& f, Seed& s) {
    f.required("by", s.by, "Over the network, or by shipment.");
    f.optional("device", s.device, "Device of the provider's catalogue; empty: its only one.");
    f.optional("order", s.order, "From the order until the devices are here.");
    f.optional("load", s.load, "Speed of loading one device; \"0 B/s\": as the catalogue says.");
    f.optional("courier", s.courier, "From here to the provider.");
    f.optional("ingest", s.ingest,
               "Speed at which the provider reads all devices in; \"0 B/s\": at once.");
}

void describe(Fields& f, Copy& c) {
    static const files::Targets places{{"store"}, classes_of_roles()};
    static const files::Targets selectors{{"workload", "group"}, files::words_of<Kind>()};
    static const files::Targets sources{{"copy"}, {"source"}};
    f.id("id", c.id, "copy", "Name by which other copies refer to it.");
    f.optional_reference("from", c.from, sources, "What is copied: the source or another copy.");
    f.reference("to", c.to, places, "A store, or a storage class of the provider.");
    f.optional_reference("via", c.via, "store",
                         "The gateway that makes virtual tapes of it; empty: none.");
    f.references("workloads", c.workloads, selectors, "Workloads, kinds or groups; empty: all.");
    f.optional("method", c.method, "How it is made.");
    f.required("every", c.every, "From one job to the next.", {.above = sim::Duration{0}});
    f.time_of_day("at", c.at, "When the first job starts, after midnight.");
    f.optional("spread", c.spread, "The jobs of the workloads start spread over this time.");
    f.optional("hold", c.hold, "How long a point waits before it is sent.");
    f.optional("full_every", c.full_every, "From one full to the next; \"0 s\": only the first.");
    f.optional("full", c.fulls, "How fulls after the first come about.");
    f.optional("window", c.window, "Longer jobs count as missed windows; \"0 s\": none.");
    f.optional("overrun", c.overrun, "What happens to jobs due while one is still running.");
    f.table("keep", c.keep, "Retention.");
    f.optional("ship_logs", c.ship_logs, "Interval at which logs are shipped too; \"0 s\": none.");
    f.optional("integration", c.integration, "Backup product: file in data/integrations/.");
    f.optional("object_size", c.object_size,
               "Mean stored object, in the range that the product allows; \"0 B\": as it usually "
               "makes them.");
    f.optional("locked", c.locked, "Locked (write once) for as long as it is kept.");
    f.optional("thaw", c.thaw, "How archived data is made readable in a recovery.");
    f.optional("thaw_pace", c.thaw_pace, "How much of an archived point is asked for at a time.");
    f.optional("thaw_ahead", c.thaw_ahead,
               "Paced: so much download, at the speed of a lone one, is thawed in one batch.",
               {.above = sim::Duration{0}});
    f.optional(
        "thaw_units", c.thaw_units,
        "Provisioned units that each account holds all the time, for thaw options that need "
        "them: the limits of the option hold for each; 0: it goes as fast as with one, while it "
        "is not refused.",
        {.at_least = 0});
    f.optional(
        "accounts", c.accounts,
        "Accounts at the provider over which it is spread: each has its own quotas and rates.",
        {.at_least = 1});
    f.optional("restore_failure", c.restore_failure,
               "Probability that a point proves bad when it is restored.",
               {.at_least = 0, .below = 1});
    f.optional_reference("promote", c.promote, "site",
                         "Replica: the site at which it takes over where that is sooner than "
                         "restoring, its array's or a rented one in its region; empty: it is only "
                         "copied from.");
    f.table("tier_after", c.tier_after, "A lifecycle move into another class of the provider.");
    f.table("seed", c.seed, "How the first full gets there.");
    const bool rolls = c.method == Method::forever || c.method == Method::snapshot ||
                       c.method == Method::replication;
    f.check(c.fulls == Fulls::active || (!rolls && c.method != Method::full), "full",
            "synthetic fulls of an incremental or differential chain only");
    f.check(c.via.empty() || !rolls, "via",
            "a method whose points are written once: full, incremental or differential");
}

void describe(Fields& f, Strategy& s) {
    f.id("id", s.id, "strategy", "Name of the strategy.");
    f.optional("name", s.name, "Name for people.");
    f.optional("summary", s.summary, "One sentence for the report.");
    f.optional_reference("connection", s.connection, "connection",
                         "How the provider is reached; empty when none is used.");
    f.optional("second", s.second, "Provider bound to \"second/...\", by catalogue id.");
    f.optional("prefer", s.prefer, "Which copy a recovery takes.");
    f.optional_reference("recover_at", s.recover_at, "site",
                         "Site at which the workloads of a lost site come back; empty: as the "
                         "incident says.");
    f.required_list("copy", s.copies, "The chain of copies.");
}

}  // namespace reentry
