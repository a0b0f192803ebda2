// A small file format for the tests of models/files: sites, machines at them, plans with steps of
// their own.
#pragma once

#include "models/files/choice.hpp"
#include "models/files/fields.hpp"
#include "models/files/load.hpp"
#include "models/files/override.hpp"
#include "models/files/reader.hpp"
#include "models/files/sourced.hpp"
#include "models/files/uncertain.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sample {

using namespace reentry;

enum class Colour { red, green };

inline std::span<const files::Choice<Colour>> choices(Colour) {
    static constexpr std::array<files::Choice<Colour>, 2> all{{
        {Colour::red, "red", "stop"},
        {Colour::green, "green"},
    }};
    return all;
}

struct Crew {
    std::int64_t people = 2;
    bool weekends = false;
};

struct Site {
    std::string id;
    Crew crew{.people = 4};
    std::optional<Crew> night;
};

struct Machine {
    std::string id;
    std::string site;
    Colour colour = Colour::red;
    Bytes size{};
    Rate speed{Rate::bits(1e9)};
    double share = 0.25;
    PerTime growth{};
    Uncertain<sim::Duration> repair{sim::from_seconds(3600)};
    sim::Duration at{};
    std::optional<sim::Time> bought;
    std::vector<std::string> depends_on;
};

struct Step {
    std::string id;
    std::string after;
};

struct Plan {
    std::string id;
    std::vector<Step> steps;
};

struct World {
    std::string name;
    CalendarSpan horizon{.years = 5};
    std::vector<Site> sites;
    std::vector<Machine> machines;
    std::vector<Plan> plans;
    std::map<std::string, SourceDocument> sources;
    std::vector<Sourced<Bytes>> figures;
    std::int64_t low = 0, high = 10;
};

inline void describe(Fields& f, Crew& crew) {
    f.optional("people", crew.people, "People on duty.", {.at_least = 1});
    f.optional("weekends", crew.weekends, "Whether they work at weekends.");
}

inline void describe(Fields& f, Site& site) {
    f.id("id", site.id, "site", "Name of the site.");
    f.table("crew", site.crew, "Who works there.");
    f.table("night", site.night, "Who works there at night; nobody when missing.");
}

inline void describe(Fields& f, Machine& m) {
    f.id("id", m.id, "machine", "Name of the machine.");
    f.reference("site", m.site, "site", "Where it stands.");
    f.optional("colour", m.colour, "What it looks like.");
    f.required("size", m.size, "What it holds.", {.above = Bytes{0}});
    f.optional("speed", m.speed, "How fast it reads.");
    f.optional("share", m.share, "Share that changes.", {.at_least = 0, .at_most = 1});
    f.optional("growth", m.growth, "Yearly growth.");
    f.optional("repair", m.repair, "Time to repair.");
    f.time_of_day("at", m.at, "When it starts.");
    f.optional("bought", m.bought, "When it was bought.");
    f.references("depends_on", m.depends_on, {{"machine"}, {"power"}}, "What must run first.");
}

inline void describe(Fields& f, Step& step) {
    f.id("id", step.id, "step", "Name of the step.");
    f.optional_reference("after", step.after, "step", "Step of the same plan that comes before.");
}

inline void describe(Fields& f, Plan& plan) {
    f.id("id", plan.id, "plan", "Name of the plan.");
    f.list("step", plan.steps, "Steps, in any order.");
}

inline void describe(Fields& f, World& w) {
    f.required("name", w.name, "Name of the world.");
    f.optional("horizon", w.horizon, "How long it lasts.");
    f.optional("low", w.low, "Lower bound.");
    f.optional("high", w.high, "Upper bound.");
    f.check(w.low < w.high, "high", "a value above \"low\"");
    f.list("site", w.sites, "Places.");
    f.list("machine", w.machines, "Machines.");
    f.list("plan", w.plans, "Plans.");
    f.named_tables("source", w.sources, "source", "Documents.");
    f.optional("figures", w.figures, "Figures with their origin.");
}

// The world of a text, and all that was reported as text.
struct ReadResult {
    World world;
    std::string report;
    files::Origins origins;
    files::Document document;
};

inline ReadResult read_world(const std::string& text, const files::Overrides& overrides = {}) {
    ReadResult result;
    Diagnostics diagnostics;
    result.document = files::load_text("world.toml", text, diagnostics);
    files::apply_overrides(result.document, overrides, diagnostics);
    if (!diagnostics.has_errors())
        result.world = files::read<World>(result.document, diagnostics, {}, &result.origins);
    result.report = to_string(diagnostics);
    return result;
}

}  // namespace sample
