// Law: a lone restore over one path never gets faster when any rate on it falls or any wait on it
// grows.
//
// The history is held fixed: only the bad day meets the slower world. People are there at all hours
// or are called in every case (a later call can find them at work already: see
// scenarios/counterexamples/later-known.toml).
#include "models/files/load.hpp"
#include "models/scenario/scenario_file.hpp"
#include "tests/study/laws/estate_text.hpp"
#include "tests/study/laws/random_estate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>

using namespace laws;
using namespace reentry;

namespace {

// Somewhere for the copy to lie, in turn.
const std::vector<std::string> places{"disk", "provider/hot", "provider/archive", "library",
                                      "vault"};

const std::vector<std::string> kinds{"postgresql", "file-tree", "virtual-machines", "kubernetes",
                                     "kafka",      "ceph-rbd",  "ceph-rgw",         "code-forge",
                                     "spark",      "identity"};

std::string minutes(Dice& dice, double least, double most) {
    return fmt::format("\"{:.0f} min\"", dice.spread(least, most));
}

std::string megabytes(Dice& dice, double least, double most) {
    return fmt::format("\"{:.0f} MB/s\"", dice.spread(least, most));
}

// What a packet loses; on half of the lines nothing.
double some_loss(Dice& dice) { return dice.chance(0.5) ? 0 : dice.spread(1e-6, 1e-3); }

// One workload, one copy; it ran here, its copy lies far away, and it comes back there, over one
// line or one connection. Draws
// stand in a chain of <<, which every compiler works off from left to right.
std::string lone_text(std::uint64_t seed) {
    Dice dice(seed);
    const auto& place = places[seed % places.size()];
    const bool rebuilt = seed % 7 == 3, staffed = seed % 4 != 0;
    std::ostringstream out;
    out << "name = \"lone\"\nstart = 2027-03-01\nhorizon = \"60 days\"\ntop_service = \"all\"\n"
        << "effort = { settle = \"20 days\", incidents = 10 }\nproviders = [\""
        << dice.one_of({"aws-eu-central-1", "azure-germanywestcentral", "ibm"}) << "\"]\n"
        << "transport = { window = \"" << dice.whole(1, 8)
        << " MiB\", streams = " << dice.whole(1, 16)
        << ", encryption = " << megabytes(dice, 50, 2'000) << " }\n";
    for (const char* site : {"here", "there", "far"})
        out << "\n[[site]]\nid = \"" << site << "\"\nproduction_read = \"2 GB/s\"\n"
            << "production_write = " << megabytes(dice, 50, 2'000) << "\n"
            << "crew = { operators = 1, restores_each = 2, work_from = 0, work_to = "
            << (staffed ? 24 : 1) << ", weekends = " << (staffed ? "true" : "false")
            << ", on_call = " << minutes(dice, 10, 120) << " }\n";
    out << "\n[[link]]\nid = \"line\"\nfrom = \"far\"\nto = \"there\"\ncapacity = "
        << megabytes(dice, 20, 2'000) << "\nrtt = \"" << dice.whole(1, 100)
        << " ms\"\nloss = " << std::fixed << some_loss(dice)
        << "\nrecovery_share = " << dice.between(0.5, 1)
        << "\nbusiness = { busy = " << dice.between(0.1, 0.8)
        << ", quiet = " << dice.between(0, 0.1) << " }\n";
    out << "\n[[link]]\nid = \"uplink\"\nfrom = \"here\"\nto = \"far\"\ncapacity = \"2 GB/s\"\n"
        << "\n[[connection]]\nid = \"way\"\nproduct = \"internet\"\nat = \""
        << dice.one_of({"far", "there"}) << "\"\ncapacity = " << megabytes(dice, 20, 1'000)
        << "\nrtt = \"" << dice.whole(1, 100) << " ms\"\nloss = " << some_loss(dice) << "\n";
    out << "\n[[store]]\nid = \"disk\"\nkind = \"disk\"\nsite = \"far\"\n"
        << "equipment = \"disk-array\"\nwrite = \"1 GB/s\"\nread = " << megabytes(dice, 20, 1'500)
        << "\n\n[[store]]\nid = \"library\"\nkind = \"tape-library\"\nsite = \""
        << (place == "library" ? "far" : "here") << "\"\nequipment = \"tape-library-lto-8\"\n"
        << "drives = " << dice.whole(1, 4) << "\ndrives_per_job = " << dice.whole(1, 4)
        << "\n\n[[store]]\nid = \"vault\"\nkind = \"vault\"\nsite = \"far\"\n"
        << "equipment = \"vault\"\nlibrary = \"library\"\ncourier = " << minutes(dice, 60, 900)
        << "\n";
    out << "\n[[workload]]\nid = \"data\"\nsite = \"here\"\nchange = \"2 %/d\"\nkind = \""
        << (rebuilt ? "infrastructure-as-code" : kinds[seed / places.size() % kinds.size()])
        << "\"\nsize = \"" << static_cast<int>(dice.spread(20, 3'000))
        << " GB\"\nreduction = " << dice.between(1, 3) << "\ncount = " << dice.whole(1, 8)
        << "\nlogs = " << megabytes(dice, 1, 5)
        << "\nitem_size = \"1 MB\"\nrto = \"1 d\"\nrpo = \"1 d\"\nstages = { prepare = "
        << minutes(dice, 1, 60) << ", start = " << minutes(dice, 1, 60)
        << ", verify = " << minutes(dice, 1, 60) << ", replay = " << megabytes(dice, 20, 200)
        << ", rehydrate = " << megabytes(dice, 50, 1'000) << ", scan = " << megabytes(dice, 50, 500)
        << ", items_per_second = " << dice.whole(20, 500)
        << ", log_fetch = " << megabytes(dice, 5, 50) << ", side_by_side = " << dice.whole(1, 4)
        << ", boot = " << minutes(dice, 1, 20) << ", api_objects = " << dice.whole(1'000, 20'000)
        << ", volumes = " << dice.whole(10, 200) << ", provision = " << minutes(dice, 1, 5)
        << ", nodes = " << dice.whole(1, 4) << ", movers_per_node = " << dice.whole(1, 4)
        << ", mover = " << megabytes(dice, 10, 100) << ", offsets = " << minutes(dice, 1, 20)
        << ", import_rate = " << megabytes(dice, 10, 200) << ", index = " << minutes(dice, 1, 20)
        << ", runners = " << minutes(dice, 1, 20) << ", image = " << minutes(dice, 1, 20)
        << ", configure = " << minutes(dice, 1, 20)
        << ", rebuild_units = " << (rebuilt ? dice.whole(5, 40) : 0)
        << ", rebuild_slots = " << dice.whole(2, 6) << ", rebuild = " << minutes(dice, 5, 30)
        << " }\n"
        << "\n[[service]]\nid = \"all\"\nworkloads = [\"data\"]\nrto = \"1 d\"\nrpo = \"1 d\"\n";
    out << "\n[[strategy]]\nid = \"s\"\nconnection = \"way\"\n\n[[strategy.copy]]\n"
        << "id = \"copy\"\nto = \"" << place << "\"\nmethod = \""
        << dice.one_of({"incremental", "forever", "full"})
        << "\"\nevery = \"1 d\"\nfull_every = \"7 d\"\noverrun = \"queue\"\n"
        << "keep = { days = 50 }\nship_logs = \"1 h\"\nlocked = true\nintegration = \""
        << (place == "provider/hot" ? dice.one_of({"generic", "restic", "wal-g"}) : "generic")
        << "\"\n";
    out << "\n[[incident]]\nid = \"bad-day\"\nkind = \""
        << dice.one_of({"ransomware", "lost-site", "deleted-data"})
        << "\"\nrate = \"1 /y\"\nsite = \"here\"\nrecover_at = \"there\"\nshare = 0.3\n"
        << "detection = " << minutes(dice, 5, 100) << "\ndecision = " << minutes(dice, 5, 100)
        << "\ntarget = " << minutes(dice, 1, 400) << "\n";
    return out.str();
}

void grow(Uncertain<sim::Duration>& wait, double factor) {
    for (auto& figure : wait.figures) figure = sim::from_seconds(sim::to_seconds(figure) * factor);
}

void fall(Rate& rate, double factor) { rate = Rate{rate.bytes_per_second() / factor}; }

void fall(std::int64_t& count, double factor) {
    count =
        std::max<std::int64_t>(1, static_cast<std::int64_t>(static_cast<double>(count) / factor));
}

// One key of the path made worse by a factor >= 1, in the scenario or in the case that was made of
// it.
struct Knob {
    const char* name;
    std::function<void(Scenario&, double)> scenario;
    std::function<void(Case&, double)> figures;
    bool moves_the_call = false;  // people may be called at another hour
};

Knob in_scenario(const char* name, std::function<void(Scenario&, double)> worse) {
    return {name, std::move(worse), [](Case&, double) {}};
}

Knob in_figures(const char* name, std::function<void(Location&, double)> worse) {
    return {name, [](Scenario&, double) {},
            [worse = std::move(worse)](Case& what, double factor) {
                worse(what.places.front(), factor);
            }};
}

// Stages as the case has them: the workload's own, else what is usual for its kind.
Knob in_stages(const char* name, std::function<void(Stages&, double)> worse) {
    return {name, [](Scenario&, double) {},
            [worse = std::move(worse)](Case& what, double factor) {
                worse(what.stages.front(), factor);
            }};
}

void fall(double& rate, double factor) { rate /= factor; }

// Rates and slots of the stages; zero stands for "no limit" and stays.
std::vector<Knob> stage_rates() {
    const auto speed = [](const char* name, Rate Stages::* rate) {
        return in_stages(name, [rate](Stages& s, double f) { fall(s.*rate, f); });
    };
    const auto each = [](const char* name, double Stages::* rate) {
        return in_stages(name, [rate](Stages& s, double f) { fall(s.*rate, f); });
    };
    const auto slots = [](const char* name, std::int64_t Stages::* count) {
        return in_stages(name, [count](Stages& s, double f) {
            if (s.*count > 0) fall(s.*count, f);
        });
    };
    return {
        speed("stages.replay", &Stages::replay),
        speed("stages.log_fetch", &Stages::log_fetch),
        speed("stages.rehydrate", &Stages::rehydrate),
        speed("stages.scan", &Stages::scan),
        speed("stages.mover", &Stages::mover),
        speed("stages.import_rate", &Stages::import_rate),
        each("stages.items_per_second", &Stages::items_per_second),
        each("stages.api_objects_per_second", &Stages::api_objects_per_second),
        slots("stages.side_by_side", &Stages::side_by_side),
        slots("stages.volumes_at_once", &Stages::volumes_at_once),
        slots("stages.nodes", &Stages::nodes),
        slots("stages.movers_per_node", &Stages::movers_per_node),
        slots("stages.rebuild_slots", &Stages::rebuild_slots),
    };
}

std::vector<Knob> stage_waits() {
    const auto wait = [](const char* name, Uncertain<sim::Duration> Stages::* length) {
        return in_stages(name, [length](Stages& s, double f) { grow(s.*length, f); });
    };
    const auto pieces = [](const char* name, std::int64_t Stages::* count) {
        return in_stages(name, [count](Stages& s, double f) {
            s.*count = static_cast<std::int64_t>(static_cast<double>(s.*count) * f);
        });
    };
    return {
        wait("stages.prepare", &Stages::prepare),
        wait("stages.start", &Stages::start),
        wait("stages.verify", &Stages::verify),
        wait("stages.boot", &Stages::boot),
        wait("stages.provision", &Stages::provision),
        wait("stages.offsets", &Stages::offsets),
        wait("stages.index", &Stages::index),
        wait("stages.runners", &Stages::runners),
        wait("stages.rebuild", &Stages::rebuild),
        wait("stages.image", &Stages::image),
        wait("stages.configure", &Stages::configure),
        pieces("stages.api_objects", &Stages::api_objects),
        pieces("stages.volumes", &Stages::volumes),
        pieces("stages.rebuild_units", &Stages::rebuild_units),
    };
}

std::vector<Knob> rates() {
    return {
        in_scenario("link.capacity", [](auto& s, double f) { fall(s.links[0].capacity, f); }),
        in_scenario("connection.capacity",
                    [](auto& s, double f) { fall(s.connections[0].capacity, f); }),
        in_scenario("link.recovery_share",
                    [](auto& s, double f) { s.links[0].recovery_share /= f; }),
        in_scenario("production_write",
                    [](auto& s, double f) { fall(s.sites[1].production_write, f); }),
        in_scenario("store.read", [](auto& s, double f) { fall(s.stores[0].read, f); }),
        in_scenario("store.drives", [](auto& s, double f) { fall(s.stores[1].drives, f); }),
        in_scenario("store.drives_per_job",
                    [](auto& s, double f) { fall(s.stores[1].drives_per_job, f); }),
        in_scenario("transport.window",
                    [](auto& s, double f) {
                        auto bytes = s.transport.window.count();
                        fall(bytes, f);
                        s.transport.window = Bytes{bytes};
                    }),
        in_scenario("transport.streams", [](auto& s, double f) { fall(s.transport.streams, f); }),
        in_scenario("transport.encryption",
                    [](auto& s, double f) { fall(s.transport.encryption, f); }),
        in_figures(
            "tier.per_stream",
            [](auto& p, double f) { p.tier.per_stream = std::min(p.tier.per_stream, 2e6) / f; }),
        in_figures(
            "tier.aggregate",
            [](auto& p, double f) { p.tier.aggregate = std::min(p.tier.aggregate, 1e8) / f; }),
        in_figures("tier.gets_per_second",
                   [](auto& p, double f) {
                       p.tier.gets_per_second = std::min(p.tier.gets_per_second, 20.0) / f;
                   }),
        in_figures("integration.restore_streams",
                   [](auto& p, double f) { p.integration.restore_streams /= f; }),
        in_figures("integration.per_stream",
                   [](auto& p, double f) {
                       p.integration.per_stream = std::min(p.integration.per_stream, 4e6) / f;
                   }),
        in_figures("integration.rehydrate",
                   [](auto& p, double f) {
                       p.integration.rehydrate = std::min(p.integration.rehydrate, 1e9) / f;
                   }),
        in_figures("thaw.requests_per_second",
                   [](auto& p, double f) {
                       for (auto& thaw : p.tier.thaws)
                           thaw.requests_per_second = std::min(thaw.requests_per_second, 1e4) / f;
                   }),
        in_figures("thaw.bytes_per_hour",
                   [](auto& p, double f) {
                       for (auto& thaw : p.tier.thaws)
                           thaw.bytes_per_hour = std::min(thaw.bytes_per_hour, 1e13) / f;
                   }),
        in_figures("library.drive_rate", [](auto& p, double f) { p.library.drive_rate /= f; }),
    };
}

sim::Duration longer(sim::Duration wait, double factor) {
    return sim::from_seconds(sim::to_seconds(wait) * factor);
}

std::vector<Knob> waits() {
    auto known = [](const char* name, Uncertain<sim::Duration> Incident::* wait) {
        auto knob = in_scenario(name, [wait](auto& s, double f) { grow(s.incidents[0].*wait, f); });
        knob.moves_the_call = true;
        return knob;
    };
    auto tape = [](const char* name, sim::Duration LibraryFigures::* wait) {
        return in_figures(
            name, [wait](auto& p, double f) { p.library.*wait = longer(p.library.*wait, f); });
    };
    return {
        known("incident.detection", &Incident::detection),
        known("incident.decision", &Incident::decision),
        in_scenario("incident.target", [](auto& s, double f) { grow(s.incidents[0].target, f); }),
        in_scenario("crew.on_call", [](auto& s, double f) { grow(s.sites[1].crew.on_call, f); }),
        in_scenario("store.courier", [](auto& s, double f) { grow(s.stores[2].courier, f); }),
        in_scenario("link.rtt",
                    [](auto& s, double f) { s.links[0].rtt = longer(s.links[0].rtt, f); }),
        in_scenario(
            "connection.rtt",
            [](auto& s, double f) { s.connections[0].rtt = longer(s.connections[0].rtt, f); }),
        in_scenario(
            "link.loss",
            [](auto& s, double f) { s.links[0].loss = std::max(s.links[0].loss, 1e-6) * f; }),
        in_scenario("connection.loss",
                    [](auto& s, double f) {
                        s.connections[0].loss = std::max(s.connections[0].loss, 1e-6) * f;
                    }),
        in_scenario("link.business.busy",
                    [](auto& s, double f) {
                        s.links[0].business.busy = 1 - (1 - s.links[0].business.busy) / f;
                    }),
        in_scenario("link.business.quiet",
                    [](auto& s, double f) {
                        s.links[0].business.quiet = 1 - (1 - s.links[0].business.quiet) / f;
                    }),
        in_figures("tier.first_byte",
                   [](auto& p, double f) { p.tier.first_byte = longer(p.tier.first_byte, f); }),
        in_figures("thaw.wait",
                   [](auto& p, double f) {
                       for (auto& thaw : p.tier.thaws)
                           thaw.wait = sim::Distribution::constant(thaw.wait.mean() * f);
                   }),
        in_figures("integration.over_retrieval",
                   [](auto& p, double f) { p.integration.over_retrieval *= f; }),
        tape("library.mount", &LibraryFigures::mount),
        tape("library.locate", &LibraryFigures::locate),
        tape("library.unload", &LibraryFigures::unload),
    };
}

// A lone restore that can be tried again with one key made worse.
class Lone {
 public:
    explicit Lone(std::uint64_t seed) : text(lone_text(seed)), staffed(seed % 4 != 0) {
        Diagnostics faults;
        auto document = files::load_text("lone.toml", text, faults);
        auto file = read_scenario(std::move(document), {}, faults);
        INFO(text);
        REQUIRE_MESSAGE(!faults.has_errors(), to_string(faults));
        scenario_ = std::move(file.scenario);
        const auto offer = made(scenario_);
        REQUIRE_MESSAGE(offer.made, offer.reason);
        history_ = operate(*offer.made, 1, 0);
    }

    // Until the workload is back; nothing when it never is.
    std::optional<sim::Duration> with(const Knob& knob, double factor) const {
        auto scenario = scenario_;
        knob.scenario(scenario, factor);
        auto what = *made(scenario).made;
        // All waits and figures that a knob bounds are bounded before, so that factor 1 changes
        // nothing else.
        knob.figures(what, factor);
        auto damage = draw_damage(scenario, 0, 0, 1);
        // A Sunday at midnight, or where people are always there a Monday in working hours.
        damage.failure = damage.clean_until =
            scenario.start +
            (staffed ? std::chrono::hours{42 * 24 + 6} : std::chrono::hours{41 * 24});
        const auto outcome = struck(what, history_, damage).outcome;
        if (!outcome.recovered) return std::nullopt;
        return outcome.recovery_time;
    }

    std::string text;
    bool staffed;

 private:
    static Offer made(const Scenario& scenario) {
        return make_case(scenario, scenario.strategies[0], scenario.providers[0], shipped());
    }
    Scenario scenario_;
    History history_;
};

// How often each key was felt.
using Felt = std::map<std::string, int>;

void turn(const Lone& lone, const Knob& knob, Felt& felt) {
    if (knob.moves_the_call && !lone.staffed) return;
    INFO("key ", std::string(knob.name));
    auto before = lone.with(knob, 1);
    if (!before) return;  // nothing to come back
    for (const double factor : {1.07, 1.5, 3.0, 10.0}) {
        CAPTURE(factor);
        const auto after = lone.with(knob, factor);
        REQUIRE(after);
        const double was = sim::to_seconds(*before), is = sim::to_seconds(*after);
        CHECK(is >= was - 1e-6);
        if (is > was + 1e-3) ++felt[knob.name];
        before = after;
    }
}

}  // namespace

TEST_CASE("law: a lone restore never gets faster when a rate falls or a wait grows") {
    std::vector<Knob> knobs;
    for (const auto& some : {rates(), stage_rates(), waits(), stage_waits()})
        knobs.insert(knobs.end(), some.begin(), some.end());
    Felt felt;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        const Lone lone(seed);
        INFO("seed ", seed, "\n", lone.text);
        for (const auto& knob : knobs) turn(lone, knob, felt);
    }
    for (const auto& knob : knobs) {
        INFO("a key that nothing feels: ", std::string(knob.name));
        CHECK(felt[knob.name] > 0);
    }
}
