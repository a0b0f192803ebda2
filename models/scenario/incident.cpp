#include "models/scenario/incident.hpp"

#include "models/scenario/workload.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array kinds{
    files::Choice{IncidentKind::deleted_data, "deleted-data", "a share of one workload's data"},
    files::Choice{IncidentKind::failed_system, "failed-system",
                  "one workload, or a share of its members, with its data"},
    files::Choice{IncidentKind::failed_array, "failed-array", "all that lies on one storage array"},
    files::Choice{IncidentKind::lost_site, "lost-site", "all workloads and stores of a site"},
    files::Choice{IncidentKind::ransomware, "ransomware",
                  "encrypted data; recent points infected, mutable copies lost"},
    files::Choice{IncidentKind::provider_outage, "provider-outage",
                  "a provider's region is out of reach for a time, unharmed"},
    files::Choice{IncidentKind::wan_outage, "wan-outage", "links are down for a time"},
    files::Choice{IncidentKind::provider_exit, "provider-exit",
                  "planned: all that lies at a provider is read out to an own store"},
};

}  // namespace

std::span<const files::Choice<IncidentKind>> choices(IncidentKind) { return kinds; }

bool destroys_data(IncidentKind kind) {
    return kind != IncidentKind::provider_outage && kind != IncidentKind::wan_outage &&
           kind != IncidentKind::provider_exit;
}

void describe(Fields& f, Incident& i) {
    static const files::Targets selectors{{"workload"}, files::words_of<Kind>()};
    static const files::Targets lines{{"link", "connection"}};
    f.id("id", i.id, "incident", "Name of the class.");
    f.optional("name", i.name, "Name for people.");
    f.required("kind", i.kind, "What happens.");
    f.required("rate", i.rate, "How often.", {.at_least = PerTime::per_year(0)});
    f.optional_reference("site", i.site, "site", "Where; needed by kinds that destroy data.");
    f.check(!destroys_data(i.kind) || !i.site.empty(), "site", "the site that it strikes");
    f.optional_reference("recover_at", i.recover_at, "site",
                         "Where the lost come back; empty: where they were.");
    f.references("workloads", i.workloads, selectors,
                 "What can be hit: workloads or kinds; empty: all of the site. Provider outage: "
                 "what runs there; empty: nothing.");
    f.optional("share", i.share,
               "Deleted data: share of the workload's bytes; failed system: of its members; "
               "ransomware: of the workloads.",
               {.above = 0, .at_most = 1});
    f.optional("detection", i.detection, "From the failure until somebody knows.");
    f.optional("decision", i.decision, "From knowing to starting the recovery.");
    f.optional("dwell", i.dwell,
               "Ransomware: from intrusion to failure; points made since are infected.");
    f.optional("target", i.target, "Until hardware or a place to restore to exists.");
    f.optional(
        "repair", i.repair,
        "From the decision until what failed can take its workloads back: those that came "
        "back elsewhere go home then; \"0 s\": with the `target`, where that is at home, else "
        "they stay.");
    f.optional("outage", i.outage, "Provider and WAN outage: how long it lasts.");
    f.optional("role", i.role, "Provider outage and exit: \"provider\" or \"second\".");
    f.check(i.role == "provider" || i.role == "second", "role", "\"provider\" or \"second\"");
    f.references("links", i.links, lines, "WAN outage: the links and connections that are down.");
    f.check(i.kind != IncidentKind::wan_outage || !i.links.empty(), "links",
            "the links or connections that are down");
    f.optional_reference("to", i.to, "store", "Provider exit: the store that takes everything.");
    f.check(i.kind != IncidentKind::provider_exit || !i.to.empty(), "to",
            "the store that takes what lies at the provider");
    f.optional_reference("followed_by", i.followed_by, "incident",
                         "A class that strikes while this one is being recovered from.");
    f.optional("after", i.after, "From this failure to that of `followed_by`.");
}

}  // namespace reentry
