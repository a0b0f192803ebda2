#include "tests/models/small_world.hpp"

#include "models/files/load.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace small_world {
namespace {

using namespace reentry;

constexpr std::string_view setting = R"(
name = "small"
start = 2027-03-01
horizon = "28 days"
providers = ["cloud"]
top_service = "all"
effort = { settle = "7 days", incidents = 10 }

[[site]]
id = "here"
production_read = "4 GB/s"
production_write = "2 GB/s"
crew = { operators = 2, restores_each = 2, work_from = 0, work_to = 24, weekends = true }

[[site]]
id = "there"
production_read = "4 GB/s"
production_write = "2 GB/s"
crew = { operators = 2, restores_each = 2, work_from = 0, work_to = 24, weekends = true }

[[link]]
id = "line"
from = "here"
to = "there"
capacity = "10 Gbit/s"

[[connection]]
id = "internet"
product = "internet"
at = "here"
capacity = "400 Mbit/s"
rtt = "10 ms"

[[store]]
id = "disk"
kind = "disk"
site = "here"
equipment = "none"
read = "100 MB/s"
write = "100 MB/s"

[[store]]
id = "library"
kind = "tape-library"
site = "here"
equipment = "library"
drives = 2

[[store]]
id = "vault"
kind = "vault"
site = "there"
equipment = "none"
library = "library"
courier = "6 h"
)";

Provider provider() {
    Provider cloud;
    cloud.id = cloud.name = cloud.vendor = "cloud";
    ProviderTier hot;
    hot.id = hot.tier_class = hot.product = "hot";
    hot.figures.lockable = true;
    ProviderTier archive = hot;
    archive.id = archive.tier_class = archive.product = "archive";
    Thaw thaw{"standard", sim::Distribution::constant(4 * 3'600)};
    thaw.requests_per_second = 100;
    thaw.kept = std::chrono::days{7};
    archive.figures.thaws.push_back(thaw);
    ProviderTier deep = hot;
    deep.id = deep.tier_class = deep.product = "deep-archive";
    thaw.requests_per_second = unlimited;
    deep.figures.thaws.push_back(thaw);
    thaw = {"high-priority", sim::Distribution::constant(3'600)};
    thaw.bytes_per_hour = 10e9;
    deep.figures.thaws.push_back(thaw);
    thaw = {"expedited", sim::Distribution::constant(60)};
    thaw.requests_per_second = 0.1;
    thaw.largest_object = 100e6;
    thaw.needs_unit = true;
    deep.figures.thaws.push_back(thaw);
    ProviderTier cool = hot;
    cool.id = cool.tier_class = cool.product = "cool";
    cool.figures.puts_per_second = cool.figures.gets_per_second = 0.5;
    cloud.tiers = {hot, cool, archive, deep};
    for (const char* id : {"internet", "peer-region"}) {
        NetworkProduct product;
        product.id = product.product = id;
        cloud.connections.push_back(product);
    }
    GatewayFigures gateway;
    gateway.write = 200e6;
    gateway.cache_read = 100e6;
    gateway.cloud_read = 25e6;
    gateway.library_tier = "hot";
    gateway.archive_tiers = {"archive"};
    gateway.recalls = {{"archive", sim::Distribution::constant(3 * 3'600)}};
    cloud.gateway = gateway;
    cloud.shipments = {{"box", 80'000'000'000, 100e6, true}};
    return cloud;
}

Equipment library() {
    Equipment equipment;
    equipment.file.id = "library";
    equipment.library.drive_rate = 300e6;
    equipment.library.tape_bytes = 12'000'000'000'000;
    equipment.library.mount = equipment.library.locate = std::chrono::minutes{1};
    equipment.library.unload = std::chrono::seconds{30};
    return equipment;
}

Integration product() {
    Integration generic;
    generic.file.id = generic.file.name = "generic";
    generic.figures.metadata_share = 0;
    return generic;
}

// The same with one habit of a product.
template <class Habit>
Integration product_that(const char* name, Habit habit) {
    auto other = product();
    other.file.id = other.file.name = other.figures.name = name;
    habit(other.figures);
    return other;
}

std::string clock(sim::Duration since) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(since).count();
    return fmt::format("{}:{:02}:{:02}", seconds / 3'600, seconds / 60 % 60, seconds % 60);
}

ScenarioFile read(const std::string& more, Diagnostics& faults) {
    auto document = files::load_text("small.toml", std::string(setting) + more, faults);
    return read_scenario(std::move(document), {}, faults);
}

}  // namespace

std::string file_tree(const std::string& size, const std::string& change, const std::string& more) {
    return fmt::format(R"(
[[workload]]
id = "files"
kind = "file-tree"
site = "here"
size = "{}"
change = "{}"
item_size = "1 MB"
rto = "1 d"
rpo = "1 d"
{}

[[service]]
id = "all"
workloads = ["files"]
rto = "1 d"
rpo = "1 d"
)",
                       size, change, more);
}

std::string failed_array(const std::string& more) {
    return fmt::format(R"(
[[incident]]
id = "array"
kind = "failed-array"
rate = "1 /y"
site = "here"
{}
)",
                       more);
}

std::string rented_site() {
    return R"(
[[site]]
id = "cloud"
production_read = "400 MB/s"
production_write = "400 MB/s"
fail_back = "2 h"
crew = { operators = 2, restores_each = 2, work_from = 0, work_to = 24, weekends = true }
region = { role = "provider", provision = "10 min", compute = "50 EUR/h" }
)";
}

std::string faults_of(const std::string& more) {
    Diagnostics faults;
    read(more, faults);
    return to_string(faults);
}

Catalogue catalogue() {
    Catalogue catalogue;
    catalogue.add(provider());
    catalogue.add(library());
    catalogue.add(product());
    catalogue.add(product_that(
        "locking", [](IntegrationFigures& f) { f.lock_period = std::chrono::days{10}; }));
    catalogue.add(product_that("locking-longer", [](IntegrationFigures& f) {
        f.lock_period = std::chrono::days{10};
        f.lock_periods = {{"elsewhere", std::chrono::days{30}}, {"cloud", std::chrono::days{20}}};
    }));
    catalogue.add(product_that("choosing", [](IntegrationFigures& f) {
        f.object_least = 1e6;
        f.object_most = 128e6;
    }));
    catalogue.add(product_that(
        "sealing", [](IntegrationFigures& f) { f.seal_period = std::chrono::days{14}; }));
    catalogue.add(product_that("volumes", [](IntegrationFigures& f) { f.whole_volume = true; }));
    catalogue.add(product_that("trickling", [](IntegrationFigures& f) { f.per_stream = 1e6; }));
    catalogue.add(product_that(
        "archiving", [](IntegrationFigures& f) { f.takes_gfs_only = f.needs_appliance = true; }));
    return catalogue;
}

Scenario scenario(const std::string& more) {
    Diagnostics faults;
    auto file = read(more, faults);
    INFO(to_string(faults));
    REQUIRE_FALSE(faults.has_errors());
    return std::move(file.scenario);
}

SmallWorld::SmallWorld(const std::string& more, std::size_t strategy)
    : catalogue(small_world::catalogue()),
      scenario(std::make_unique<const Scenario>(small_world::scenario(more))) {
    auto offer = make_case(*scenario, scenario->strategies.at(strategy), "cloud", catalogue);
    INFO(offer.reason);
    REQUIRE(offer.made);
    what = std::move(*offer.made);
    history = operate(what, 1, 0);
}

Damage SmallWorld::damage(std::string_view incident, sim::Duration after) const {
    std::size_t kind = 0;
    while (scenario->incidents.at(kind).id != incident) ++kind;
    auto damage = draw_damage(*scenario, kind, 0, 1);
    move_to(damage, scenario->start + after);
    return damage;
}

RecoveryResult SmallWorld::strike(std::string_view incident, sim::Duration after) const {
    RecoveryOptions options;
    options.spans = true;
    return recover(what, history, damage(incident, after), options);
}

std::string SmallWorld::tell(const RecoveryResult& result) const {
    std::string text;
    const auto& outcome = result.outcome;
    for (const auto& w : outcome.workloads) {
        text += fmt::format("{}: {} {}, {}, {} lost\n", scenario->workloads[w.workload].id,
                            w.recovered ? "back after" : "not back after",
                            clock(w.back - outcome.failure),
                            w.copy ? "from " + what.strategy->copies[*w.copy].id : "from no copy",
                            clock(w.data_loss));
        for (const auto& span : w.spans)
            text += fmt::format("  {:<8} {:<8} {}{}\n", clock(span.begin - outcome.failure),
                                clock(span.end - outcome.failure), stage_name(span.stage),
                                span.waited_for.empty() ? "" : " (" + span.waited_for + ")");
    }
    return text;
}

}  // namespace small_world
