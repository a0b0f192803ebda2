#include "models/scenario/incident.hpp"

#include "models/scenario/workload.hpp"

#include <array>

namespace reentry {
namespace {

constexpr std::array kinds{
    files::Choice{IncidentKind::deleted_data, "deleted-data", "a share of one workload's data"},
    files::Choice{IncidentKind::failed_array, "failed-array", "all that lies on one storage array"},
    files::Choice{IncidentKind::lost_site, "lost-site", "all workloads and stores of a site"},
    files::Choice{IncidentKind::ransomware, "ransomware",
                  "encrypted data; recent points infected, mutable copies lost"},
};

}  // namespace

std::span<const files::Choice<IncidentKind>> choices(IncidentKind) { return kinds; }

void describe(Fields& f, Incident& i) {
    static const files::Targets selectors{{"workload"}, files::words_of<Kind>()};
    f.id("id", i.id, "incident", "Name of the class.");
    f.optional("name", i.name, "Name for people.");
    f.required("kind", i.kind, "What happens.");
    f.required("rate", i.rate, "How often.", {.at_least = PerTime::per_year(0)});
    f.reference("site", i.site, "site", "Where.");
    f.optional_reference("recover_at", i.recover_at, "site",
                         "Where the lost come back; empty: where they were.");
    f.references("workloads", i.workloads, selectors,
                 "What can be hit: workloads or kinds; empty: all of the site.");
    f.optional("share", i.share,
               "Deleted data: share of the workload's bytes; ransomware: share of the workloads.",
               {.above = 0, .at_most = 1});
    f.optional("detection", i.detection, "From the failure until somebody knows.");
    f.optional("decision", i.decision, "From knowing to starting the recovery.");
    f.optional("dwell", i.dwell,
               "Ransomware: from intrusion to failure; points made since are infected.");
    f.optional("target", i.target, "Until hardware or a place to restore to exists.");
}

}  // namespace reentry
