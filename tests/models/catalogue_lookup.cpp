// Plain figures for the simulation, and how tiers, thaw options and connections are found.
#include "models/catalogue/catalogue.hpp"
#include "models/scenario/workload.hpp"
#include "tests/root.hpp"

#include <doctest/doctest.h>

using namespace reentry;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

const Catalogue& shipped() {
    static const Catalogue catalogue = [] {
        Diagnostics diagnostics;
        return Catalogue::read(in_root("data"), diagnostics);
    }();
    return catalogue;
}

}  // namespace

TEST_CASE("a class that a provider has not is served by the tier that stands in for it") {
    const auto* google = shipped().provider("google-europe-west3");
    REQUIRE(google != nullptr);
    REQUIRE(google->tier("deep-archive") != nullptr);
    CHECK(google->tier("deep-archive")->id == "archive");
    CHECK(google->tier("archive")->figures.thaws.empty());
    CHECK(shipped().provider("wasabi")->tier("archive")->id == "hot");
    CHECK(google->tier("lukewarm") == nullptr);
}

TEST_CASE("every provider serves every class and can be reached over the internet and a VPN") {
    for (const auto* provider : shipped().providers()) {
        INFO(provider->id);
        for (const char* name : {"hot", "cool", "cold", "archive", "deep-archive"})
            CHECK(provider->tier(name) != nullptr);
        CHECK(provider->connection("internet") != nullptr);
        CHECK(provider->connection("vpn") != nullptr);
        CHECK(provider->rtt > sim::Duration::zero());
    }
}

TEST_CASE("every tier of a provider has the latency and rate that a simulation needs") {
    for (const auto* provider : shipped().providers())
        for (const auto& tier : provider->tiers) {
            INFO(provider->id, " ", tier.id);
            CHECK(tier.figures.first_byte > sim::Duration::zero());
            CHECK(tier.figures.per_stream < 1e9);
            for (const auto& thaw : tier.figures.thaws) {
                CHECK(thaw.wait.quantile(0.01) > 0);
                CHECK(thaw.kept > sim::Duration::zero());
            }
            if (!tier.thawed_tier.empty()) CHECK(provider->tier(tier.thawed_tier) != nullptr);
        }
}

TEST_CASE("Glacier Flexible waits inside Amazon's windows and takes 1,000 requests a second") {
    const auto& archive = *shipped().provider("aws-eu-central-1")->tier("archive");
    const int bulk = archive.thaw("bulk");
    REQUIRE(bulk >= 0);
    const Thaw& thaw = archive.figures.thaws[static_cast<std::size_t>(bulk)];
    CHECK(thaw.wait.quantile(0.0001) >= 5 * 3600);
    CHECK(thaw.wait.quantile(0.9999) <= 12 * 3600);
    CHECK(thaw.requests_per_second == 1000);
    CHECK(archive.thawed_tier == "hot");
    CHECK(archive.figures.lockable);
    CHECK(archive.thaw("teleport") == -1);
}

TEST_CASE("Azure's high priority is found as expedited and gives 10 GiB an hour") {
    const auto& archive = *shipped().provider("azure-germanywestcentral")->tier("archive");
    const int priority = archive.thaw("expedited");
    REQUIRE(priority >= 0);
    const Thaw& thaw = archive.figures.thaws[static_cast<std::size_t>(priority)];
    CHECK(thaw.name == "high-priority");
    CHECK(thaw.bytes_per_hour == 10.0 * (1 << 30));
}

TEST_CASE("what is paid for having a connection follows from its prices") {
    const auto* aws = shipped().provider("aws-eu-central-1");
    CHECK(aws->connection("dedicated-10g")->held == std::vector{Meter::port});
    CHECK(aws->connection("dedicated-10g")->capacity == 1.25e9);
    CHECK(aws->connection("vpn-large")->held == std::vector{Meter::tunnel, Meter::attachment});
    CHECK(aws->connection("internet")->held.empty());
}

TEST_CASE("legal homes tell European vendors from others") {
    CHECK_FALSE(shipped().provider("aws-eu-central-1")->in_eu());
    CHECK(shipped().provider("ovhcloud")->in_eu());
    CHECK(shipped().provider("hetzner")->in_eu());
}

TEST_CASE("an LTO-9 library mounts in 57 s, locates in 45 s and unloads in 125 s") {
    // Robot 40 s + load 17 s; rewind 55 s + unload 30 s + robot 40 s.
    const auto& library = shipped().equipment("tape-library-lto-9")->library;
    CHECK(library.drive_rate == 400e6);
    CHECK(library.tape_bytes == 18'000'000'000'000);
    CHECK(library.mount == seconds{57});
    CHECK(library.locate == seconds{45});
    CHECK(library.unload == seconds{125});
}

TEST_CASE("a price found in dollars is turned over at the file's rate and no surer than that") {
    // 94 USD x 0.85 = 79.90 EUR.
    const auto& tariff = shipped().equipment("tape-library-lto-9")->tariff;
    const auto& assets = tariff.find("")->assets;
    REQUIRE(assets.size() == 3);
    CHECK(assets[2].name == "lto-9-cartridge");
    CHECK(assets[2].price.value->to_string() == "79.9");
    CHECK(assets[2].price.provenance.confidence == Confidence::inferred);
    CHECK(tariff.running.per_kwh.value->to_string() == "0.1902");
}

TEST_CASE("an integration gives objects, requests and what it cannot use") {
    const auto* restic = shipped().integration("restic");
    REQUIRE(restic != nullptr);
    CHECK(restic->figures.object_bytes == 16.0 * (1 << 20));
    CHECK(restic->figures.restore_streams == 5);
    CHECK(restic->figures.rehydrate == 40e6);
    CHECK(restic->figures.forbidden == std::vector<std::string>{"archive", "deep-archive"});
    CHECK(shipped().integration("generic")->figures.object_bytes == 64e6);
}

TEST_CASE("every kind of workload has usual figures, of which replay is the database's") {
    for (const auto& choice : choices(Kind{})) {
        INFO(choice.word);
        CHECK(shipped().workload_kind(choice.word) != nullptr);
    }
    const auto* postgresql = shipped().workload_kind("postgresql");
    CHECK(postgresql->replay_rate->bytes_per_second() == 24e6);
    CHECK_FALSE(shipped().workload_kind("file-tree")->replay_rate);
}

TEST_CASE("an unknown provider is answered with the nearest that exists") {
    const Diagnostic said = shipped().unknown_provider("aws-eu-central", "providers[0]");
    CHECK(said.key == "providers[0]");
    CHECK(said.hint == did_you_mean("aws-eu-central-1"));
    CHECK(shipped().known_names().at("equipment").count("vault") == 1);
}
