#include "models/scenario/site.hpp"

namespace reentry {

void describe(Fields& f, Crew& crew) {
    f.optional("operators", crew.operators, "People who can run restores at the same time.",
               {.at_least = 1});
    f.optional("restores_each", crew.restores_each, "Restores one operator runs side by side.",
               {.at_least = 1});
    f.optional("work_from", crew.work_from, "Hour of day (UTC) at which the working day begins.",
               {.at_least = 0, .at_most = 23});
    f.optional("work_to", crew.work_to, "Hour of day (UTC) at which the working day ends.",
               {.at_least = 1, .at_most = 24});
    f.optional("weekends", crew.weekends, "Whether the site is staffed at weekends.");
    f.optional("on_call", crew.on_call, "From call to keyboard outside working hours.");
    f.optional(
        "shift", crew.shift,
        "How long they work in a recovery before they must rest; \"0 s\": they need no rest.");
    f.optional("rest", crew.rest, "Rest after a shift.");
    f.optional("relief", crew.relief,
               "People who take over for as long a shift while they rest; 0: nobody does.",
               {.at_least = 0});
    f.check(crew.work_from < crew.work_to, "work_to", "an hour after work_from");
}

void describe(Fields& f, Region& region) {
    static const files::Targets roles(std::vector<std::string>{}, {"provider", "second"});
    f.reference("role", region.role, roles, "Whose region it stands in.");
    f.optional("provision", region.provision,
               "Until machines are there, counted from the decision, instead of the incident's "
               "`target`.");
    f.optional("compute", region.compute,
               "What the machines cost while workloads run there; without it that line of a "
               "recovery's bill is unknown.");
}

void describe(Fields& f, Site& site) {
    f.id("id", site.id, "site", "Name by which others refer to the site.");
    f.optional("name", site.name, "Name for people.");
    f.optional("latitude", site.latitude, "Degrees north.", {.at_least = -90, .at_most = 90});
    f.optional("longitude", site.longitude, "Degrees east.", {.at_least = -180, .at_most = 180});
    f.required("production_read", site.production_read,
               "What backups may read from production storage, all jobs together.",
               {.above = Rate{0}});
    f.required("production_write", site.production_write,
               "What restores may write to production storage, all jobs together.",
               {.above = Rate{0}});
    f.table("crew", site.crew, "The people who bring things back.");
    f.optional("fail_back", site.fail_back,
               "How long workloads that came back here are down when they go home, besides the "
               "transfer of their last changes.");
    f.table("region", site.region, "A site that is rented in a provider's region.");
}

}  // namespace reentry
