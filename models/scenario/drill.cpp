#include "models/scenario/drill.hpp"

#include "models/scenario/workload.hpp"

namespace reentry {

void describe(Fields& f, Drill& d) {
    static const files::Targets selectors{{"workload"}, files::words_of<Kind>()};
    f.id("id", d.id, "drill", "Name of the drill.");
    f.optional("name", d.name, "Name for people.");
    f.reference("incident", d.incident, "incident",
                "The class that is rehearsed; what it would destroy is not read.");
    f.references("workloads", d.workloads, selectors,
                 "What is restored: workloads or kinds; empty: all that the class can hit.");
    f.optional("first", d.first, "From the start to the day of the first drill.");
    f.optional("every", d.every, "From one drill to the next.");
    f.time_of_day("at", d.at, "When it begins.");
    f.reference("site", d.site, "site", "Where the isolated target stands.");
    f.optional("target", d.target, "Setting up the target.");
    f.optional("operators", d.operators, "People who take part and do nothing else meanwhile.",
               {.at_least = 1});
    f.check(d.every != CalendarSpan{}, "every", "a span of a day or more");
}

}  // namespace reentry
